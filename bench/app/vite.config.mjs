import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import playground from '../../vite.config';

/** Whose pages those are, and how they are cut up, is the playground's alone. */
const { rolldownOptions: _, ...build } = playground.build;

/** All else that the playground is built with, for another page. */
export default {
  ...playground,
  build,
  root: join(root, 'bench/app'),
  publicDir: join(root, 'public'),
};
