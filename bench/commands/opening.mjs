/** Seconds from opening the page to its first answer, on a phone's screen with a slow processor: what a person waits who taps a link. */
import { count, readOptions } from '../lib/options.mjs';
import { save } from '../lib/results.mjs';
import { PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { figures, spread } from '../lib/statistics.mjs';

const HELP = `npm run bench -- opening: seconds until the page answers, at 390 x 844, each page opened in a browser that has nothing, then once
more, when its files are there
  --slower N       the page's thread slowed down so many times (4); its workers are not
  --rounds N       browsers, one after the other (5)`;

/** Seconds that either opening may take. */
const MOST = 0.8;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export async function main(args) {
  const options = readOptions(args, HELP, {
    slower: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
  });
  const { quick, hardware } = options;
  const rate = count(options.slower, 'slower');
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  await withBrowser({ sites: [PLAYGROUND], hardware }, async ({ browser, sites: [site] }) => {
    const opened = { first: [], again: [] };
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext(PHONE);
      for (const visit of ['first', 'again']) {
        const seconds = await open(context, site.address(true), rate);
        opened[visit].push(seconds);
        say(`${visit}: ${seconds.toFixed(2)} s`);
      }
      await context.close();
    }
    const [first, again] = [spread(opened.first), spread(opened.again)];
    console.log(`opening to the first answer, ${rate} times slower: ${figures(first)} s`);
    console.log(`  again, when its files are there: ${figures(again)} s`);
    if (rate === 4)
      console.log(
        `goal: under ${MOST} s: ${Math.max(first.median, again.median) < MOST ? 'reached' : 'NOT reached'}`,
      );
    save('opening', { quick, browser, rate, first, again });
  });
}

/**
 * Seconds from the navigation until an answer stands on the page: to the blank pad, or to the first image, whichever is sooner. The page says so
 * itself: to ask it again and again would cost a twentieth of a second.
 */
async function open(context, address, rate) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const text = document.querySelector('[data-testid=answer]')?.textContent ?? '';
      if (!/^\d|draw a digit/.test(text)) return;
      const now = performance.now();
      observer.disconnect();
      console.debug(`answered ${now}`);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const answered = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith('answered '),
    timeout: 60_000,
  });
  await page.goto(address, { waitUntil: 'commit' });
  const [, milliseconds] = (await answered).text().split(' ');
  // The second opening is to find what the first has put into the cache.
  await page.waitForLoadState('load');
  await page.close();
  return Number(milliseconds) / 1000;
}
