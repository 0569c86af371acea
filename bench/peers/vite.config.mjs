import { join } from 'node:path';
import { defineConfig } from 'vite';
import { root } from '../../scripts/lib/root.mjs';

export default defineConfig({
  root: join(root, 'bench/peers'),
  publicDir: join(root, 'public'),
  build: {
    target: 'es2022',
    // TensorFlow.js hands the text of a function to its threads, which must keep its names.
    minify: false,
    chunkSizeWarningLimit: 10_000,
  },
});
