import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is cheap to make again lives here: stamps, the built commands. */
export const cache = join(root, 'node_modules/.cache/mt-spike');
