import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findTestChromium, HEADLESS_SHELL } from '../find-chromium.mjs';
import { installDebian, isDebianAsRoot } from './debian.mjs';
import { root } from './root.mjs';
import { runNode } from './run.mjs';
import { UserError } from './stop.mjs';

export const FONTS = 'fonts-dejavu-core';

/** @param {'chromium' | 'firefox' | 'webkit'} browser Playwright's own */
export async function installPlaywright(browser) {
  const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const args = ['install', ...(isLinuxRoot ? ['--with-deps'] : []), browser];
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
  // Ubuntu's `chromium` is a snap and would not do.
  if (canHaveShell) await installDebian('chromium-headless-shell', FONTS);
  // Older releases have no package of the shell.
  if (canHaveShell && !find()) await installDebian('chromium', FONTS);
  if (!find()) await installPlaywright('chromium');
  if (!find()) {
    throw new UserError(
      'Chromium could not be installed: install it by hand and set CHROMIUM to its path.',
    );
  }
}
