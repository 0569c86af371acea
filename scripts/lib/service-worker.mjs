import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddable } from './hosting.mjs';
import { root } from './root.mjs';
import { filesUnder } from './sources.mjs';

/** Large, and not every visit needs all of them: kept once they were loaded. */
const LATER = /^(data\/|models\/.*\.safetensors$)/;

/** What the page never asks for: itself as a service worker, what hosts show in place of a missing page, what other pages load. */
const NOT_OURS = new Set(['404.html', 'embed.js', 'sw.js']);

/** Names of these files hold a hash of what is in them. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;

/**
 * The files of a built page, with what tells whether they are whole and of this version.
 *
 * @param {string} folder
 */
export function filesOf(folder) {
  const names = filesUnder(folder, ['.']).filter((name) => !NOT_OURS.has(name));
  const sha256 = (name) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('base64');
  const page = names
    .filter((name) => !LATER.test(name))
    // What is there without the page does no harm, the page without what it needs would.
    .toSorted((a, b) => Number(a === 'index.html') - Number(b === 'index.html'))
    .map((url) => {
      const hash = sha256(url);
      return { url, revision: HASHED.test(url) ? null : hash, integrity: `sha256-${hash}` };
    });
  const later = names.filter((name) => LATER.test(name));
  return { page, later: Object.fromEntries(later.map((name) => [name, sha256(name)])) };
}

/**
 * Builds the service worker (src/sw), which is told of every file of the built page, as sw.js beside it.
 *
 * @param {string} folder of the built page
 */
export async function writeServiceWorker(folder) {
  const { build } = await import('vite');
  const { page, later } = filesOf(folder);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: {
      PAGE_FILES: JSON.stringify(page),
      LATER_FILES: JSON.stringify(later),
      ISOLATION: JSON.stringify(embeddable),
    },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: 'src/sw/sw.ts',
        // Not all browsers take modules for service workers.
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
}

/** A Vite plugin: the service worker, once all else is there. */
export function serviceWorker() {
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root: base, build }) {
      folder = resolve(base, build.outDir);
    },
    writeBundle: { order: 'post', sequential: true, handler: () => writeServiceWorker(folder) },
  };
}
