import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a file is called until it is whole. */
const asideName = (name, pid) => `.${name}.${pid}.part`;

/** Whether another process of this number runs. */
function isAtWork(pid) {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    // Any other error means that it runs, as a process of another user.
    return code !== 'ESRCH';
  }
}

/**
 * Writes a file whole or not at all: aside, and renamed. What processes that were killed have left of it is taken away.
 * (src/cli/target.ts does the same for the files of a person.)
 *
 * @param {string} path in a folder that is there
 * @param {string | Uint8Array} content
 */
export function writeWhole(path, content) {
  const folder = dirname(path);
  const name = basename(path);
  for (const file of readdirSync(folder)) {
    const pid = Number(/\.(\d{1,10})\.part$/.exec(file)?.[1]);
    if (file === asideName(name, pid) && !isAtWork(pid)) rmSync(join(folder, file));
  }
  const aside = join(folder, asideName(name, process.pid));
  try {
    writeFileSync(aside, content);
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
