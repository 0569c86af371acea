import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import playground from '../../vite.config';

/** The playground's own list of pages and split into files are left out: this is another page. */
const { rolldownOptions: _, ...build } = playground.build;

/** Everything else as the playground is built. */
export default {
  ...playground,
  build,
  root: join(root, 'bench/app'),
  publicDir: join(root, 'public'),
};
