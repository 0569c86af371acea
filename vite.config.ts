import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyscript } from './scripts/lib/assemblyscript.mjs';
import { headers, hosting, isolation } from './scripts/lib/hosting.mjs';
import { loneEntries } from './scripts/lib/lone-entries.mjs';
import { notices } from './scripts/lib/notices.mjs';

/** Compiling WebAssembly and bundling the workers takes half of a build: that is what plugins are for, and no news. */
const checks = { bundlerTimings: false };

export default defineConfig({
  base: './',
  plugins: [react(), assemblyscript(), hosting(), notices()],
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
      // React changes more seldom than the page: whoever comes back has it.
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true, headers },
});
