import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** MNIST's training images in their own order, for the commands and notebooks (scripts/lib/data.mjs): pages have them in another. */
const FOR_COMMANDS = ['data/mnist-train-images.bin'];

/** A Vite plugin: of `public/data` the built page has what it asks for alone. */
export function pageData() {
  let folder = '';
  return {
    name: 'page-data',
    // Before the check that all files are asked for.
    enforce: 'pre',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    writeBundle: {
      order: 'pre',
      sequential: true,
      handler() {
        for (const name of FOR_COMMANDS) rmSync(join(folder, name), { force: true });
      },
    },
  };
}
