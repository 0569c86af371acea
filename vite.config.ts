import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyscript } from './scripts/lib/assemblyscript.mjs';
import { compressed } from './scripts/lib/compressed.mjs';
import { firstSample } from './scripts/lib/first-sample.mjs';
import { firstScripts } from './scripts/lib/first-scripts.mjs';
import { headers, hosting, isolation } from './scripts/lib/hosting.mjs';
import { loneEntries } from './scripts/lib/lone-entries.mjs';
import { pageData } from './scripts/lib/page-data.mjs';
import { notices } from './scripts/lib/notices.mjs';
import { serviceWorker } from './scripts/lib/service-worker.mjs';
import { nothingUnasked } from './scripts/lib/unasked.mjs';

/** Compiling WebAssembly and bundling the workers takes half of a build: that is what plugins are for, and no news. */
const checks = { bundlerTimings: false };

const first = firstScripts({
  entry: /src[\\/]ui[\\/]main\.tsx$/,
  others: /src[\\/]ui[\\/]not-found\.ts$/,
  early:
    /src[\\/](ui[\\/]early|engine[\\/]worker[\\/]spawn|data[\\/]worker[\\/]page-worker|files[\\/]default-model)\.ts$/,
});

export default defineConfig({
  base: './',
  define: { __FIRST_SAMPLE__: JSON.stringify(firstSample()) },
  plugins: [
    react(),
    assemblyscript(),
    first.plugin,
    hosting(),
    notices(),
    pageData(),
    nothingUnasked(),
    serviceWorker(),
    compressed(),
  ],
  resolve: {
    alias: { 'victory-vendor/d3-scale': `${import.meta.dirname}/src/ui/kit/plot/d3-scales.ts` },
  },
  worker: {
    format: 'es',
    plugins: () => [assemblyscript(), loneEntries()],
    rolldownOptions: { checks },
  },
  build: {
    target: 'es2022',
    // HDF5 (h5wasm) is 4.8 MB, in a file of its own that comes when somebody saves NIR, and another of the worker that opens it.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: ['index.html', '404.html'],
      checks,
      output: { codeSplitting: { groups: first.groups } },
    },
  },
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true, headers },
});
