import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assemblyscript } from './assemblyscript.mjs';
import { loneEntries } from './lone-entries.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { UserError } from './stop.mjs';
import { takeTypes } from './take-types.mjs';

const folder = join(root, 'dist-lib');

/** What the bundlers of other projects, and npm where they install the folder, are told of it. */
const PACKAGE = {
  name: 'mt-spike',
  private: true,
  type: 'module',
  exports: { '.': { types: './mt-spike.d.ts', default: './mt-spike.js' } },
};

/** The library into dist-lib/: mt-spike.js, what it loads when it is asked for, its types. */
export async function buildLibrary() {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    plugins: [assemblyscript()],
    worker: { format: 'es', plugins: () => [assemblyscript(), loneEntries()] },
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      lib: { entry: 'src/lib/index.ts', formats: ['es'], fileName: () => 'mt-spike.js' },
    },
  });
  await writeTypes();
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(PACKAGE, null, 2)}\n`);
}

async function writeTypes() {
  const all = join(root, 'node_modules/.cache/lib-types');
  rmSync(all, { recursive: true, force: true });
  rmSync(join(root, 'node_modules/.cache/tsc/lib.tsbuildinfo'), { force: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  if ((await runNode(tsc, ['-p', 'tsconfig.lib.json'])) !== 0) {
    throw new UserError('The types of the library could not be written: see the message above.');
  }
  const types = join(folder, 'types');
  mkdirSync(types, { recursive: true });
  takeTypes(all, 'lib/index.d.ts', types);
  writeFileSync(join(folder, 'mt-spike.d.ts'), "export * from './types/lib/index.js';\n");
}
