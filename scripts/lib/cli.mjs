import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForNode } from './build-for-node.mjs';
import { cache, root } from './root.mjs';
import { hashOf } from './sources.mjs';
import { UserError } from './stop.mjs';

/**
 * What Node loads by a name of its own: the program, and each worker thread. They are built side by side, so that code
 * anywhere in the program starts a thread with new URL('./thread.mjs', import.meta.url).
 */
const ENTRIES = {
  main: 'src/cli/main.ts',
  thread: 'src/engine/cpu/thread.node.ts',
  'nir-thread': 'src/files/nir/aside/nir-thread.node.ts',
};

const SOURCES = [
  'package-lock.json',
  'scripts/lib/assemblyscript.mjs',
  'scripts/lib/build-for-node.mjs',
  'scripts/lib/cli.mjs',
  'shaders',
  'src',
];
const builds = join(cache, 'cli');
const DAY = 24 * 3600 * 1000;

async function build(outDir) {
  const input = Object.fromEntries(
    Object.entries(ENTRIES).filter(([, path]) => existsSync(join(root, path))),
  );
  await buildForNode(input, outDir);
}

/** Made before the build, which would end with a stack trace where the folder cannot be written. */
function makeFolder(path) {
  try {
    mkdirSync(path, { recursive: true });
  } catch ({ code }) {
    throw new UserError(
      `The commands have to be built first, but ${builds} cannot be written (${code}): run them once as whoever may.`,
    );
  }
}

/** A build in use by a command that still runs stays; what is older than a day goes. */
function removeOld(current) {
  for (const name of readdirSync(builds)) {
    const path = join(builds, name);
    if (path !== current && Date.now() - statSync(path).mtimeMs > DAY) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/**
 * Builds the commands (Node 20 does not read TypeScript), unless these very sources are built already.
 *
 * @returns {Promise<string>} the URL of the program, `thread.mjs` and the like beside it
 */
export async function buildCommands() {
  const folder = join(builds, hashOf(root, SOURCES));
  if (!existsSync(folder)) {
    const aside = join(builds, `building-${process.pid}`);
    makeFolder(aside);
    try {
      await build(aside);
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      // Another command may have built the same meanwhile.
      if (!existsSync(folder)) throw error;
    }
    removeOld(folder);
  }
  return pathToFileURL(join(folder, 'main.mjs')).href;
}
