/** What the page's live views cost training: one thread, on the page and alone. */
import { MNIST, openPage } from '../lib/contender.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { openPlayground, readings, trainAnew, LONG } from '../lib/playground.mjs';
import { save } from '../lib/results.mjs';
import { OURS, PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { figure, figures, median, spread } from '../lib/statistics.mjs';

const HELP = `npm run bench -- views: images a second of the CPU engine on one thread, with the page's live views and without
  --rounds N       both in turn, so many times (3)`;

/** Percent. */
const MOST = 10;
/** Steps compared: the same ones, from new weights, without the first. */
const STEPS = { from: 100, to: 900 };

export async function main(args) {
  const options = readOptions(args, HELP, { rounds: { type: 'string', default: '3' } });
  const { quick, hardware } = options;
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  const steps = quick ? { from: 20, to: 100 } : STEPS;
  const sites = [OURS, PLAYGROUND];
  await withBrowser({ sites, hardware }, async ({ browser, sites: [alone, playground] }) => {
    const rates = { alone: [], page: [] };
    for (let round = 0; round < rounds; round++) {
      rates.alone.push(await rateAlone(browser, alone.address(false), steps));
      rates.page.push(await rateOnPage(browser, playground.address(false), steps));
      say(`alone ${figure(rates.alone.at(-1))}, on the page ${figure(rates.page.at(-1))} images/s`);
    }
    const [without, withViews] = [spread(rates.alone), spread(rates.page)];
    const slower = 100 * (1 - withViews.median / without.median);
    console.log(`images a second, alone        ${figures(without)}`);
    console.log(`images a second, on the page  ${figures(withViews)}`);
    console.log(`slower by ${slower.toFixed(1)} %; goal: under ${MOST} %`);
    save('views', { quick, browser, steps, without, withViews, slowerPercent: slower });
  });
}

/** Images a second as the engine's own reports say, over the steps compared. */
async function rateAlone(browser, address, { from, to }) {
  const page = await openPage(browser, address);
  await page.open({ kind: 'cpu', threads: 1, hidden: [128] });
  await page.train(20 * 64);
  await page.restart();
  const reports = await page.reports(Math.min(MNIST, to * 64));
  await page.close();
  return median(
    reports.filter(({ step }) => step > from).map(({ imagesPerSecond }) => imagesPerSecond),
  );
}

/** The same figure, as the page shows it. */
async function rateOnPage(browser, address, { from, to }) {
  const page = await openPlayground(browser, `${address}?engine=cpu`);
  await trainAnew(page);
  await page.waitForFunction((step) => globalThis.seen.at(-1).step >= step, to, LONG);
  const seen = await readings(page);
  await page.context().close();
  const rates = seen.filter(({ step }) => step > from && step <= to);
  return median(rates.map(({ imagesPerSecond }) => imagesPerSecond));
}
