/** Browsers that Playwright drives: its own, any Chromium, and Firefox over WebDriver BiDi. */
import { join } from 'node:path';
import { chromium, firefox, webkit, type Browser, type Page } from '@playwright/test';
import type { Column } from '../../scripts/browsers/columns.mjs';
import { chromiumFlags } from '../../scripts/chromium-flags.mjs';
import { bearOlderFirefox } from './older-firefox';
import { SIZE, type Driver, type Tab } from './tab';

/** Without blocklist: a software adapter stands on it. Workers have a switch of their own. */
const webgpuPrefs = {
  'dom.webgpu.enabled': true,
  'dom.webgpu.workers.enabled': true,
  'gfx.webgpu.ignore-blocklist': true,
};

const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' };

function launch({ browser, layout }: Column, path: string, bidi: boolean, downloads: string) {
  const options = { executablePath: path, downloadsPath: downloads };
  switch (browser) {
    case 'chromium':
      return chromium.launch({ ...options, args: chromiumFlags });
    case 'firefox': {
      const firefoxUserPrefs = layout ? webgpuPrefs : { 'dom.webgpu.enabled': false };
      const channel = bidi ? { channel: 'moz-firefox' } : {};
      return firefox.launch({ ...options, ...channel, firefoxUserPrefs });
    }
    case 'webkit':
      return webkit.launch(options);
  }
}

/**
 * @param path the program
 * @param bidi whether it is a Firefox as Mozilla or Debian ship it
 * @param downloads an empty folder
 */
export async function startPlaywright(
  column: Column,
  path: string,
  bidi: boolean,
  downloads: string,
): Promise<Driver> {
  const open = async () => {
    const browser = await launch(column, path, bidi, downloads);
    if (bidi) bearOlderFirefox(browser);
    return browser;
  };
  const first = await open();
  const version = `${NAMES[column.browser]} ${first.version()}`;
  await first.close();
  return {
    version,
    downloads,
    // A browser each, as WebKitGTK's driver does it: what one visit leaves behind is nothing to the next.
    visit: async () => visit(await open(), downloads),
    close: () => Promise.resolve(),
  };
}

async function visit(browser: Browser, downloads: string): Promise<Tab> {
  const context = await browser.newContext({ viewport: SIZE });
  const page = await context.newPage();
  // Firefox over BiDi puts them there itself, and says nothing.
  page.on('download', (download) => {
    void download.saveAs(join(downloads, download.suggestedFilename()));
  });
  return tabOf(page);
}

function tabOf(page: Page): Tab {
  return {
    goto: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    run: (work, argument) => page.evaluate(work as never, argument) as never,
    async mouse(moves) {
      for (const move of moves) {
        if (move === 'down') await page.mouse.down();
        else if (move === 'up') await page.mouse.up();
        else await page.mouse.move(...move);
      }
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    choose: (selector, paths) => page.locator(selector).setInputFiles(paths),
    picture: () => page.screenshot(),
    close: () => page.context().browser()!.close(),
  };
}
