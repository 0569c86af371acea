import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findTestChromium } from '../find-chromium.mjs';

const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';
const XVFB = '/usr/bin/Xvfb';
/** Where Debian's packages put the window that WebKitGTK is driven in, by processor. */
const MINI_BROWSERS = ['x86_64', 'aarch64'].map(
  (machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);

/** Where `playwright install` puts its own; the file need not exist. */
const ownPath = (browser) => createRequire(import.meta.url)('playwright')[browser].executablePath();

/**
 * How a browser is driven. `playwright`: by Playwright, which it was built for. `bidi`: by Playwright over WebDriver BiDi.
 * `webdriver`: WebKitGTK's MiniBrowser by its own driver, on a screen of Xvfb.
 *
 * @typedef {{ by: 'playwright' | 'bidi', path: string } | { by: 'webdriver', path: string, driver: string, screen: string }} Found
 */

/**
 * Playwright's own where it is installed, else the system's; undefined where there is none.
 *
 * @param {'chromium' | 'firefox' | 'webkit'} browser
 * @param {(path: string) => boolean} exists
 * @param {(browser: string) => string} own
 * @returns {Found | undefined}
 */
export function findBrowser(browser, exists = existsSync, own = ownPath) {
  if (browser === 'chromium') {
    const path = findTestChromium(process.env, exists);
    return path === undefined ? undefined : { by: 'playwright', path };
  }
  if (exists(own(browser))) return { by: 'playwright', path: own(browser) };
  if (browser === 'firefox') {
    const path = FIREFOX.find(exists);
    return path === undefined ? undefined : { by: 'bidi', path };
  }
  const path = MINI_BROWSERS.find(exists);
  if (path === undefined || !exists(WEBKIT_DRIVER) || !exists(XVFB)) return undefined;
  return { by: 'webdriver', path, driver: WEBKIT_DRIVER, screen: XVFB };
}
