import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where `playwright install` puts its browsers, by platform. */
function playwrightFolder(env, platform) {
  const chosen = env.PLAYWRIGHT_BROWSERS_PATH;
  if (chosen && chosen !== '0') return chosen;
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

/** Chromium's places inside one of Playwright's `chromium-1234` folders. */
const PLAYWRIGHT_BINARIES = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

/** The newest Chromium that Playwright itself installed, if any. */
function playwrightChromium(env, platform) {
  const folder = playwrightFolder(env, platform);
  if (!existsSync(folder)) return undefined;
  const build = (name) => Number(name.slice('chromium-'.length));
  const versions = readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .toSorted((a, b) => build(b) - build(a));
  return versions
    .flatMap((version) => PLAYWRIGHT_BINARIES.map((binary) => join(folder, version, binary)))
    .find((path) => existsSync(path));
}

/**
 * The Chromium that tests run in: $CHROMIUM, else the system's, else Playwright's own; undefined where there is none.
 *
 * @param {Record<string, string | undefined>} env
 * @param {string} platform as in process.platform
 * @returns {string | undefined}
 * @throws where $CHROMIUM names a file that does not exist
 */
export function findChromium(env = process.env, platform = process.platform) {
  const chosen = env.CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(
      `CHROMIUM names ${chosen}, which does not exist: set it to a Chromium's path, or unset it.`,
    );
  }
  return SYSTEM_PATHS.find((path) => existsSync(path)) ?? playwrightChromium(env, platform);
}
