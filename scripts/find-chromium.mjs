import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Debian's Chromium without a window around the page: the same engine, and the page opens in little more than half the time. */
export const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  HEADLESS_SHELL,
];

/** Where `playwright install chromium` puts it; the file need not exist. */
const playwrightPath = () => createRequire(import.meta.url)('playwright').chromium.executablePath();

/**
 * The Chromium to measure in: $CHROMIUM, else the system's, else Playwright's own; undefined where there is none.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(path: string) => boolean} exists
 * @returns {string | undefined}
 * @throws where $CHROMIUM names a file that does not exist
 */
export function findChromium(env = process.env, exists = existsSync) {
  if (env.CHROMIUM) {
    if (exists(env.CHROMIUM)) return env.CHROMIUM;
    throw new Error(
      `CHROMIUM names ${env.CHROMIUM}, which does not exist: set it to the path of a Chromium, or unset it.`,
    );
  }
  return SYSTEM_PATHS.find(exists) ?? [playwrightPath()].find(exists);
}

/**
 * The Chromium that tests run in: the headless shell where it is, unless $CHROMIUM names another; else as `findChromium`.
 *
 * @param {Record<string, string | undefined>} env
 * @param {(path: string) => boolean} exists
 * @returns {string | undefined}
 * @throws where $CHROMIUM names a file that does not exist
 */
export function findTestChromium(env = process.env, exists = existsSync) {
  return !env.CHROMIUM && exists(HEADLESS_SHELL) ? HEADLESS_SHELL : findChromium(env, exists);
}
