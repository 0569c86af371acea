import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { assemblyscript } from '../lib/assemblyscript.mjs';

/** The GPU engine's tests in Node, on the GPU that the npm package `webgpu` finds: `npm run test:dawn`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [assemblyscript()],
  test: {
    name: 'dawn',
    environment: 'node',
    // Dawn aborts the process when a GPU object is freed while a device lives: each file has a process of its own, one at a time.
    pool: 'forks',
    fileParallelism: false,
    include: ['src/engine/gpu/**/*.browser.test.ts'],
    setupFiles: ['scripts/dawn/globals.ts'],
    testTimeout: 60_000,
  },
});
