import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { assemblyscript } from './scripts/lib/assemblyscript.mjs';
import { headers, hosting, isolation } from './scripts/lib/hosting.mjs';
import { loneEntries } from './scripts/lib/lone-entries.mjs';

export default defineConfig({
  base: './',
  plugins: [react(), assemblyscript(), hosting()],
  worker: { format: 'es', plugins: () => [assemblyscript(), loneEntries()] },
  build: { target: 'es2022', rolldownOptions: { input: ['index.html', '404.html'] } },
  server: { host: '127.0.0.1', headers: isolation },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true, headers },
});
