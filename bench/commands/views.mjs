/** How often the page's live views refresh at full speed, and what they cost training: one thread, on the page and alone. */
import { openPage } from '../lib/contender.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { openPlayground, readings, refreshes, trainAnew, LONG } from '../lib/playground.mjs';
import { save } from '../lib/results.mjs';
import { OURS, PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { figure, figures, median, spread } from '../lib/statistics.mjs';

const HELP = `npm run bench -- views: refreshes of the page's live views a second at full speed, and images a second of the CPU
engine on one thread with the views and without
  --rounds N       both in turn, so many times (9)`;

/** Percent that training may be slower by, and refreshes a second asked for. */
const MOST = 10;
const LEAST = 10;
/** Steps compared: the same ones, from new weights, without the first epoch, in which images are encoded as well. */
const STEPS = { from: 1000, to: 2700 };

export async function main(args) {
  const options = readOptions(args, HELP, { rounds: { type: 'string', default: '9' } });
  const { quick, hardware } = options;
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  const steps = quick ? { from: 20, to: 100 } : STEPS;
  const sites = [OURS, PLAYGROUND];
  await withBrowser({ sites, hardware }, async ({ browser, sites: [alone, playground] }) => {
    const alones = [];
    const pages = [];
    const runAlone = async () => alones.push(await rateAlone(browser, alone.address(false), steps));
    const runOnPage = async () =>
      pages.push(await onPage(browser, playground.address(false), steps));
    for (let round = 0; round < rounds; round++) {
      // Neither always comes first: a machine that warms up or slows down favours none.
      for (const run of round % 2 === 0 ? [runAlone, runOnPage] : [runOnPage, runAlone])
        await run();
      const { rate, refreshed, between } = pages.at(-1);
      say(
        `alone ${figure(alones.at(-1))}, on the page ${figure(rate)} images/s, ` +
          `${figure(refreshed)} refreshes/s (${figure(between)} ms apart)`,
      );
    }
    const of = (name) => spread(pages.map((page) => page[name]));
    const [without, withViews] = [spread(alones), of('rate')];
    const [refreshed, between] = [of('refreshed'), of('between')];
    // By rounds: a machine that is slow for a while is so for both of a round.
    const slower = spread(alones.map((rate, i) => 100 * (1 - pages[i].rate / rate)));
    console.log(`images a second, alone        ${figures(without)}`);
    console.log(`images a second, on the page  ${figures(withViews)}`);
    console.log(`slower by, in percent         ${figures(slower)}; goal: under ${MOST}`);
    console.log(
      `refreshes a second            ${figures(refreshed)}, evaluations counted in; goal: ${LEAST}`,
    );
    console.log(`milliseconds between two      ${figures(between)}`);
    save('views', {
      quick,
      browser,
      steps,
      without,
      withViews,
      slowerPercent: slower,
      refreshesPerSecond: refreshed,
      millisecondsBetween: between,
    });
  });
}

/** Images a second as the engine's own reports say, over the steps compared. */
async function rateAlone(browser, address, { from, to }) {
  const page = await openPage(browser, address);
  await page.open({ kind: 'cpu', threads: 1, hidden: [128] });
  await page.train(20 * 64);
  await page.restart();
  const reports = await page.reports(to * 64);
  await page.close();
  return median(
    reports.filter(({ step }) => step > from).map(({ imagesPerSecond }) => imagesPerSecond),
  );
}

/**
 * The same figure as the page shows it, and how often its rasters were drawn meanwhile: all in all, while the test set is
 * evaluated too, when nothing changes that could be drawn; and the median time from one to the next.
 */
async function onPage(browser, address, { from, to }) {
  const page = await openPlayground(browser, `${address}?engine=cpu`);
  await trainAnew(page);
  await page.waitForFunction((step) => globalThis.seen.at(-1).step >= step, to, LONG);
  const seen = (await readings(page)).filter(({ step }) => step > from && step <= to);
  const drawn = await refreshes(page);
  await page.context().close();
  const [start, end] = [seen[0].at, seen.at(-1).at];
  const within = drawn.filter((at) => at >= start && at <= end);
  return {
    rate: median(seen.map(({ imagesPerSecond }) => imagesPerSecond)),
    refreshed: (within.length * 1000) / (end - start),
    between: median(within.slice(1).map((at, i) => at - within[i])),
  };
}
