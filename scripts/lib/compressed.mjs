import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { cache } from './root.mjs';
import { filesUnder } from './sources.mjs';
import { writeWhole } from './write-whole.mjs';

/** What gets smaller; MNIST, models and fonts are packed already. With the type that a server says. */
export const TYPES = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
/** Fewer bytes travel in one packet anyway. */
const LEAST = 1000;
/** The last percents of a file of megabytes take ten seconds. */
const LARGE = 2 ** 20;
const kept = join(cache, 'brotli');
const WEEK = 7 * 24 * 3600 * 1000;

const pack = (bytes) =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 9 : 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** As `pack`; what was packed before is kept, since most files of a build are those of the last one. */
async function packed(bytes) {
  const file = join(kept, createHash('sha256').update(bytes).digest('hex').slice(0, 32));
  if (existsSync(file)) {
    const now = new Date();
    utimesSync(file, now, now);
    return readFileSync(file);
  }
  const result = await pack(bytes);
  writeWhole(file, result);
  return result;
}

/**
 * Writes a Brotli file, NAME.br, beside every file of a built page that it makes smaller.
 *
 * @param {string} folder
 */
export async function compress(folder) {
  mkdirSync(kept, { recursive: true });
  const names = filesUnder(folder, ['.']).filter((name) => extname(name) in TYPES);
  await Promise.all(
    names.map(async (name) => {
      const bytes = readFileSync(join(folder, name));
      if (bytes.length >= LEAST) writeFileSync(join(folder, `${name}.br`), await packed(bytes));
    }),
  );
  for (const name of readdirSync(kept)) {
    const file = join(kept, name);
    if (Date.now() - statSync(file).mtimeMs > WEEK) rmSync(file);
  }
}

/** A Vite plugin: the same of what is built, once all else is there. */
export function compressed() {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => compress(folder) },
  };
}
