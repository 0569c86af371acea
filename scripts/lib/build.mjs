import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, root } from './root.mjs';
import { runNode } from './run.mjs';
import { hashOf } from './sources.mjs';
import { UserError } from './stop.mjs';

const page = join(root, 'dist/index.html');
const stampFile = join(cache, 'build');

/** All that the built page is made of. */
const SOURCES = [
  '404.html',
  'index.html',
  'package-lock.json',
  'public',
  'scripts/lib/assemblyscript.mjs',
  'scripts/lib/hosting.mjs',
  'shaders',
  'src',
  'tsconfig.app.json',
  'tsconfig.base.json',
  'vite.config.ts',
];

/** The page's own time is part of the stamp: a build by other means makes it void. */
const stamp = () => `${hashOf(root, SOURCES)} ${statSync(page).mtimeMs}`;

/** Builds the page into dist/, unless it is there and newer than nothing it is made of. */
export async function ensureBuilt() {
  const last = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (existsSync(page) && last === stamp()) return;
  console.error('Building ...');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const code = await runNode(vite, ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new UserError('The page could not be built: see the message above.');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp());
}
