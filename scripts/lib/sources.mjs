import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every file under the paths (files or folders, from `base`), sorted, with / between folders; none of installed packages. */
export function filesUnder(base, paths) {
  const found = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (!statSync(path).isDirectory()) {
      found.push(relative(base, path).split(sep).join('/'));
      return;
    }
    for (const name of readdirSync(path)) if (name !== 'node_modules') visit(join(path, name));
  };
  for (const path of paths) visit(join(base, path));
  return found.toSorted((a, b) => (a < b ? -1 : 1));
}

/**
 * One hash over the names and contents of files: it changes where anything that matters changes.
 * Tests do not matter to what is built from the sources.
 */
export function hashOf(base, paths) {
  const hash = createHash('sha256');
  for (const file of filesUnder(base, paths)) {
    if (/\.test\.[a-z]+$/.test(file)) continue;
    const contents = readFileSync(join(base, file));
    hash.update(`${file}\0${contents.length}\0`).update(contents);
  }
  return hash.digest('hex').slice(0, 32);
}
