// `npm run dev`: Vite's development server, which reloads what changes. Arguments go to Vite.
import './lib/node-version.mjs';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail } from './lib/stop.mjs';

try {
  await ensureInstalled();
  await ensureData();
  await import(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
} catch (error) {
  fail(error);
}
