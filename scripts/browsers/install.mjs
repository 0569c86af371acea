import { ensureChromium, FONTS, installPlaywright } from '../lib/chromium.mjs';
import { installDebian, isDebianAsRoot } from '../lib/debian.mjs';
import { UserError } from '../lib/stop.mjs';
import { findBrowser } from './find.mjs';

const PACKAGES = { firefox: ['firefox-esr', FONTS], webkit: ['webkit2gtk-driver', 'xvfb', FONTS] };
const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

/**
 * Finds a browser for the errands, or installs one: on Debian as root its package, elsewhere Playwright's own.
 *
 * @param {'chromium' | 'firefox' | 'webkit'} browser
 * @returns {Promise<string | undefined>} one sentence where it could not be had
 */
export async function ensureBrowser(browser) {
  if (browser === 'chromium') {
    try {
      await ensureChromium();
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    return undefined;
  }
  const name = NAMES[browser];
  if (!findBrowser(browser)) console.error(`Installing ${name} ...`);
  if (!findBrowser(browser) && isDebianAsRoot()) await installDebian(...PACKAGES[browser]);
  if (!findBrowser(browser)) await installPlaywright(browser);
  if (findBrowser(browser)) return undefined;
  return `${name} could not be had: install it by hand (on Debian ${PACKAGES[browser].join(' and ')}, elsewhere npx playwright install ${browser}), or leave it out with --only.`;
}
