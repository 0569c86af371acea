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
  'scripts/lib/compressed.mjs',
  'scripts/lib/hosting.mjs',
  'scripts/lib/lone-entries.mjs',
  'scripts/lib/notices.mjs',
  'scripts/lib/page-data.mjs',
  'scripts/lib/service-worker.mjs',
  'scripts/lib/unasked.mjs',
  'shaders',
  'src',
  'tsconfig.app.json',
  'tsconfig.base.json',
  'vite.config.ts',
];

/** The page's own time is part of the stamp: a build by other means makes it void. */
const stamp = () => `${hashOf(root, SOURCES)} ${statSync(page).mtimeMs}`;

/**
 * Builds the page into dist/, unless it is there and nothing it is made of has changed since.
 * @param {{ silent?: boolean }} [options] silent: a build whose tools print a warning counts as failed
 */
export async function ensureBuilt({ silent = false } = {}) {
  const last = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (existsSync(page) && last === stamp()) return;
  console.error('Building ...');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  let printed = false;
  const onOutput = silent ? () => (printed = true) : undefined;
  // For people, whatever the process that asks for it was started for.
  const env = { NODE_ENV: 'production' };
  const code = await runNode(vite, ['build', '--logLevel', 'warn'], { env, onOutput });
  if (code !== 0) throw new UserError('The page could not be built: see the message above.');
  if (printed) throw new UserError('The build prints a warning, see above: mend its cause.');
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp());
}
