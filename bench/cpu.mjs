// `node bench/cpu.mjs [--help]`: how fast the CPU engine trains. The measuring itself is in cpu-bench.ts.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { assemblyscript } from '../scripts/lib/assemblyscript.mjs';
import { root, cache } from '../scripts/lib/root.mjs';

const outDir = join(cache, 'bench-cpu');
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [assemblyscript()],
  build: {
    ssr: true,
    target: 'node20',
    outDir,
    minify: false,
    rolldownOptions: {
      input: { main: 'bench/cpu-bench.ts', thread: 'src/engine/cpu/thread.node.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
await import(pathToFileURL(join(outDir, 'main.mjs')).href);
