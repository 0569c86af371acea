import { execFileSync } from 'node:child_process';
import { installDebian, isDebianAsRoot } from '../../scripts/lib/debian.mjs';
import { UserError } from '../../scripts/lib/stop.mjs';

const PACKAGES = ['python3-torch', 'python3-numpy'];
/** Debian's own comes second: who has a Python in front of it may have a newer PyTorch there. */
const PYTHONS = ['python3', '/usr/bin/python3'];

function holdsTorch(python) {
  try {
    execFileSync(python, ['-c', 'import numpy, torch'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const find = () => PYTHONS.find(holdsTorch);

/** A Python that has PyTorch and NumPy. @throws UserError where none can be had */
export async function ensureTorch() {
  const found = find();
  if (found) return found;
  if (isDebianAsRoot()) {
    console.error('Installing PyTorch ...');
    await installDebian(...PACKAGES);
  }
  const installed = find();
  if (installed) return installed;
  throw new UserError(
    `There is no Python with PyTorch and NumPy here: install them (on Debian ${PACKAGES.join(' and ')}, elsewhere "pip install torch numpy") and run this again.`,
    1,
  );
}
