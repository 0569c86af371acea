import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, root } from './root.mjs';
import { run, runNode } from './run.mjs';
import { UserError } from './stop.mjs';

const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules/.package-lock.json');
const stampFile = join(cache, 'installed');

const machine = `${process.platform}-${process.arch}`;

/**
 * Whether npm's own record of what is in node_modules holds everything the lock file asks for. Packages for other
 * platforms are optional and may be absent.
 *
 * @param {{ packages: Record<string, { version?: string, optional?: boolean }> }} lock
 * @param {{ packages: Record<string, { version?: string }> }} installed
 */
export function holdsAll(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const lock = readFileSync(lockFile);
  const stamp = `${machine} ${createHash('sha256').update(lock).digest('hex')}`;
  const last = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (last === stamp) return true;
  // Somebody ran npm by hand: as good as our own, unless node_modules came from another kind of machine.
  if (last !== undefined && !last.startsWith(`${machine} `)) return false;
  if (!holdsAll(JSON.parse(lock), JSON.parse(readFileSync(installedFile)))) return false;
  writeStamp(stamp);
  return true;
}

function writeStamp(stamp) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** npm's own program, so that no shell is needed: the npm that runs this, else the one that came with this Node. */
function npmProgram() {
  const node = dirname(process.execPath);
  return [
    process.env.npm_execpath,
    join(node, '../lib/node_modules/npm/bin/npm-cli.js'),
    join(node, 'node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path && path.endsWith('npm-cli.js') && existsSync(path));
}

/** `npm ci`, with more arguments. @returns {Promise<number>} its exit code */
export function npmCi(...more) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', ...more];
  const npm = npmProgram();
  return npm ? runNode(npm, args) : run('npm', args);
}

/** A package that one command alone needs, at one version, in a folder of its own below the cache. @returns its folder */
export async function ensurePackage(name, version) {
  const home = join(cache, name);
  const folder = join(home, 'node_modules', name);
  const found = join(folder, 'package.json');
  if (existsSync(found) && JSON.parse(readFileSync(found)).version === version) return folder;
  console.error(`Installing ${name} ...`);
  mkdirSync(home, { recursive: true });
  const npm = npmProgram();
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const all = [...args, '--prefix', home, `${name}@${version}`];
  const code = await (npm ? runNode(npm, all) : run('npm', all));
  if (code !== 0 || !existsSync(found)) {
    throw new UserError(`${name} could not be installed: check the network and run this again.`);
  }
  return folder;
}

/** Installs the dependencies of the lock file, unless they are there. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing the dependencies ...');
  const code = await npmCi();
  if (code !== 0) {
    throw new UserError(
      `The dependencies could not be installed (npm ci ended with ${code}): check the network and run this again.`,
    );
  }
  writeStamp(`${machine} ${createHash('sha256').update(readFileSync(lockFile)).digest('hex')}`);
}
