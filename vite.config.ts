import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyscript } from './scripts/lib/assemblyscript.mjs';
import { loneEntries } from './scripts/lib/lone-entries.mjs';

/** With these the page is cross-origin isolated, which SharedArrayBuffer and so the CPU engine's threads need. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export default defineConfig({
  base: './',
  plugins: [react(), assemblyscript()],
  worker: { format: 'es', plugins: () => [assemblyscript(), loneEntries()] },
  build: { target: 'es2022', rolldownOptions: { input: ['index.html', '404.html'] } },
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true, headers: isolation },
});
