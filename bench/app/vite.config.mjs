import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import playground from '../../vite.config';

/** The playground's own list of pages and split into files are left out: this is another page. */
const { rolldownOptions: _, ...build } = playground.build;

/** What looks at the playground's own files, once they are built. */
const ofItsFiles = new Set(['nothing-unasked', 'service-worker']);
const plugins = playground.plugins.flat().filter(({ name }) => !ofItsFiles.has(name));

/** Everything else as the playground is built. */
export default {
  ...playground,
  build,
  plugins,
  root: join(root, 'bench/app'),
  publicDir: join(root, 'public'),
};
