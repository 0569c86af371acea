import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Column } from '../../scripts/browsers/columns.mjs';
import { findBrowser } from '../../scripts/browsers/find.mjs';
import { marked, says } from './hand';
import { startPlaywright } from './playwright-driver';
import { DESCRIPTIONS, serve } from './serve';
import type { Driver, Tab } from './tab';
import { startWebkit } from './webkit-driver';

interface PerErrand {
  /** Opens the page as somebody who has never been there, and waits for its first answer. */
  visit: (hash?: string) => Promise<Tab>;
}

interface PerColumn {
  column: Column;
  driver: Driver;
  origin: string;
}

async function start(column: Column, downloads: string): Promise<Driver> {
  const found = findBrowser(column.browser);
  if (!found) throw new Error(`No ${column.browser} here: npm run test:browsers says what to do.`);
  if (found.by !== 'webdriver') {
    return startPlaywright(column, found.path, found.by === 'bidi', downloads);
  }
  return startWebkit({ ...found, threads: column.threads === true, downloads });
}

/** What the engine's button says in a column. */
function engineOf({ layout }: Column): RegExp {
  return layout ? new RegExp(`WebGPU - ${DESCRIPTIONS[layout]}`) : /CPU|WebGPU/;
}

export const test = base.extend<PerErrand, PerColumn>({
  column: [undefined as unknown as Column, { option: true, scope: 'worker' }],
  driver: [
    async ({ column }, provide) => {
      const downloads = mkdtempSync(join(tmpdir(), 'mt-spike-'));
      const driver = await start(column, downloads);
      await provide(driver);
      await driver.close();
      rmSync(downloads, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  origin: [
    async ({ column }, provide) => {
      const { origin, server } = await serve(column);
      await provide(origin);
      await server.close();
    },
    { scope: 'worker' },
  ],
  visit: async ({ column, driver, origin }, provide, info) => {
    let tab: Tab | undefined;
    // One at a time: a driver of WebKitGTK has one browser.
    await provide(async (hash = '') => {
      await tab?.close();
      tab = await driver.visit();
      // Real adapters are taken without being asked for.
      const query = column.layout === 'software' ? '?engine=webgpu' : '';
      await tab.goto(`${origin}/${query}${hash}`);
      await says(tab, marked('engine'), engineOf(column));
      return tab;
    });
    if (!tab) return;
    if (info.status !== info.expectedStatus) {
      writeFileSync(info.outputPath('page.png'), await tab.picture());
    }
    const engine = await tab.run(
      () => document.querySelector<HTMLElement>('[data-testid="engine"]')?.innerText ?? '',
      null,
    );
    info.annotations.push(
      { type: 'browser', description: driver.version },
      { type: 'engine', description: engine.trim() },
    );
    const trouble = await tab.run(() => (window as unknown as { trouble: string[] }).trouble, null);
    await tab.close();
    expect(trouble, 'errors in the page').toEqual([]);
  },
});

export { expect };
