// `npm run build:lib`: the engine as an ES module with types for other pages, in dist-lib/ (docs/library.md).
import './lib/node-version.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { buildLibrary } from './lib/build-library.mjs';
import { fail } from './lib/stop.mjs';

try {
  await ensureInstalled();
  await buildLibrary();
} catch (error) {
  fail(error);
}
