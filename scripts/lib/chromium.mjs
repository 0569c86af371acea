import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTestChromium, HEADLESS_SHELL } from '../find-chromium.mjs';
import { root } from './root.mjs';
import { run, runNode } from './run.mjs';
import { UserError } from './stop.mjs';

/** Debian as root: its package brings the libraries along. Ubuntu's `chromium` is a snap and would not do. */
function isDebianAsRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

/** @param {string} browser its package */
async function installDebian(browser) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const packages = [browser, 'fonts-dejavu-core'];
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    quiet: true,
  });
}

async function installPlaywright() {
  const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = ['install', ...(isLinuxRoot ? ['--with-deps'] : []), 'chromium'];
  await runNode(join(root, 'node_modules/playwright/cli.js'), args, { quiet: true });
}

/** Finds a Chromium for the tests, or installs one. */
export async function ensureChromium() {
  const find = () => {
    try {
      return findTestChromium();
    } catch (error) {
      throw new UserError(error.message);
    }
  };
  const canHaveShell = !process.env.CHROMIUM && isDebianAsRoot();
  if (canHaveShell ? existsSync(HEADLESS_SHELL) : find()) return;
  console.error('Installing Chromium ...');
  if (canHaveShell) await installDebian('chromium-headless-shell');
  // Older releases have no package of the shell.
  if (canHaveShell && !find()) await installDebian('chromium');
  if (!find()) await installPlaywright();
  if (!find()) {
    throw new UserError(
      'Chromium could not be installed: install it by hand and set CHROMIUM to its path.',
    );
  }
}
