/** A browser and the pages a command asks for, closed when it is over, however it ends. */
import { openBrowser } from './browser.mjs';
import { warnIfBusy } from './results.mjs';
import { openSite } from './site.mjs';

export const OURS = 'bench/app/vite.config.mjs';
export const PEERS = 'bench/peers/vite.config.mjs';
export const PLAYGROUND = 'vite.config.ts';

/**
 * @param {{ sites: string[], hardware?: boolean, flags?: string[] }} options
 * @param {(tools: { browser: import('playwright').Browser, sites: { address(isolated: boolean): string }[] }) => Promise<void>} work
 */
export async function withBrowser({ sites: configs, ...options }, work) {
  warnIfBusy();
  const sites = [];
  for (const config of configs) sites.push(await openSite(config));
  const browser = await openBrowser(options);
  try {
    await work({ browser, sites });
  } finally {
    await browser.close();
    await Promise.all(sites.map((site) => site.close()));
  }
}

/** A line of progress, on standard error. */
export const say = (text) => console.error(text);
