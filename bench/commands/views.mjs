/**
 * How often the page's live views refresh at full speed, and what they cost training on one thread. The page with its views and the engine on a page without
 * any make the same steps in turn, about a second each, since the machine's own pace changes within seconds; turns are compared pair by pair.
 */
import { openPage } from '../lib/contender.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { openPlayground, readings, refreshes, LONG } from '../lib/playground.mjs';
import { save } from '../lib/results.mjs';
import { OURS, PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { figure, figures, median, percentile, spread } from '../lib/statistics.mjs';

const HELP = `npm run bench -- views: refreshes of the page's live views a second at full speed, and images a second of the CPU
engine on one thread with the views and without, in turns within one run
  --pairs N        turns of each (15)
  --steps N        training steps a turn (1500)`;

/** Percent that training may be slower by, and refreshes a second asked for. */
const MOST = 8;
const LEAST = 10;
/** Planned by both: more epochs than are ever trained. */
const EPOCHS = 1000;
const RATE = 0.002;
/** Milliseconds of a turn that do not count: the page draws its new state, and workers that slept wake. */
const RUN_UP = 300;
/** Milliseconds after a turn until the page has measured its weights, as it does once they rest. */
const REST = 2000;

export async function main(args) {
  const options = readOptions(args, HELP, {
    pairs: { type: 'string', default: '15' },
    steps: { type: 'string', default: '1500' },
  });
  const { quick, hardware } = options;
  const pairs = quick ? 2 : count(options.pairs, 'pairs');
  const steps = quick ? 300 : count(options.steps, 'steps');
  const sites = [OURS, PLAYGROUND];
  await withBrowser({ sites, hardware }, async ({ browser, sites: [bare, playground] }) => {
    const alone = await openAlone(browser, bare.address(false));
    const page = await openViews(browser, playground.address(false));
    // The first turns encode the images and compile.
    for (const turn of [alone, page]) await turn(steps);
    const found = [];
    for (let pair = 0; pair < pairs; pair++) {
      const result = {};
      // Neither always comes first: a machine that warms up or slows down favours none.
      const turns = Object.entries({ alone, page });
      for (const [name, turn] of pair % 2 === 0 ? turns : turns.toReversed())
        result[name] = await turn(steps);
      found.push({ ...result, slower: 100 * (1 - result.page.rate / result.alone.rate) });
      const { slower, page: seen } = found.at(-1);
      say(
        `alone ${figure(result.alone.rate)}, on the page ${figure(seen.rate)} images/s, ` +
          `${figure(slower)} % slower, ${figure(seen.refreshed)} refreshes/s`,
      );
    }
    report(found, { quick, browser, pairs, steps });
  });
}

function report(found, context) {
  const without = spread(found.map(({ alone }) => alone.rate));
  const withViews = spread(found.map(({ page }) => page.rate));
  const refreshed = spread(found.map(({ page }) => page.refreshed));
  const slower = spread(found.map((pair) => pair.slower));
  const [low, high] = [0.25, 0.75].map((share) =>
    percentile(
      found.map((p) => p.slower),
      share,
    ),
  );
  const reached = slower.median < MOST ? 'reached' : 'NOT reached';
  console.log(`images a second, alone        ${figures(without)}`);
  console.log(`images a second, on the page  ${figures(withViews)}`);
  console.log(
    `slower by, in percent         ${figures(slower)}, half of the pairs ${figure(low)} to ${figure(high)}; goal: under ${MOST}: ${reached}`,
  );
  console.log(`refreshes a second            ${figures(refreshed)}; goal: ${LEAST}`);
  save('views', {
    ...context,
    without,
    withViews,
    slowerPercent: { ...slower, quartiles: [low, high] },
    refreshesPerSecond: refreshed,
    slowerByPair: found.map((pair) => pair.slower),
  });
}

/** Makes turns of the engine on a page without views: images a second, as its own reports say. */
async function openAlone(browser, address) {
  const page = await openPage(browser, address);
  const settings = { epochs: EPOCHS, learningRate: RATE };
  await page.open({ kind: 'cpu', threads: 1, hidden: [128], settings });
  return async (steps) => {
    const reports = await page.reports(steps * 64);
    // Reports come about twelve times a second, as many as RUN_UP holds are left out.
    const counted = reports.slice(Math.ceil((RUN_UP * 12) / 1000));
    return { rate: median(counted.map(({ imagesPerSecond }) => imagesPerSecond)) };
  };
}

/** The same of the page with all its live views, as its own figure says, and how often its rasters are drawn. */
async function openViews(browser, address) {
  const page = await openPlayground(
    browser,
    `${address}?engine=cpu#v=1&weights=new&epochs=${EPOCHS}&rate=${RATE}`,
  );
  await page.getByTestId('sample-label').first().waitFor();
  let reached = 0;
  return async (steps) => {
    await page.getByTestId('train-run').click();
    await page.waitForFunction((from) => globalThis.seen.at(-1).step > from, reached, LONG);
    const start = (await readings(page)).at(-1).at + RUN_UP;
    await page.waitForFunction((to) => globalThis.seen.at(-1).step >= to, reached + steps, LONG);
    const end = (await readings(page)).at(-1).at;
    await page.getByTestId('train-run').click();
    await page.waitForTimeout(REST);
    const within = ({ at }) => at >= start && at <= end;
    const seen = await readings(page);
    const drawn = (await refreshes(page)).filter((at) => within({ at }));
    reached = seen.at(-1).step;
    return {
      rate: median(seen.filter(within).map(({ imagesPerSecond }) => imagesPerSecond)),
      refreshed: (drawn.length * 1000) / (end - start),
    };
  };
}
