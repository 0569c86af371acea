import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Libraries whose licence asks for its notice beside every copy. */
const LIBRARIES = { h5wasm: 'LICENSE.txt' };

/** A Vite plugin: the notices, unchanged, as licences/NAME.txt of the built page. */
export function notices() {
  return {
    name: 'notices',
    apply: 'build',
    generateBundle() {
      for (const [name, file] of Object.entries(LIBRARIES)) {
        const source = readFileSync(join(root, 'node_modules', name, file));
        this.emitFile({ type: 'asset', fileName: `licences/${name}.txt`, source });
      }
    },
  };
}
