import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsAll, npmCi } from '../../scripts/lib/install.mjs';
import { root } from '../../scripts/lib/root.mjs';
import { UserError } from '../../scripts/lib/stop.mjs';

const folder = join(root, 'bench/peers');
const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

/** Installs the peers' own dependencies, which nobody else needs, unless they are there. */
export async function ensurePeers() {
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(join(folder, installed)) && holdsAll(read('package-lock.json'), read(installed)))
    return;
  console.error('Installing the peers ...');
  const code = await npmCi('--prefix', folder);
  if (code !== 0)
    throw new UserError(`The peers could not be installed (npm ci ended with ${code}).`);
}
