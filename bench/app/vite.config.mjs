import { join } from 'node:path';
import { root } from '../../scripts/lib/root.mjs';
import playground from '../../vite.config';

/** All that the playground is built with, for another page. */
export default { ...playground, root: join(root, 'bench/app'), publicDir: join(root, 'public') };
