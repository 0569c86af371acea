/** How the time of an epoch grows with the network, the batch and the data. */
import { epochSeconds, MNIST, openPage, weightCount } from '../lib/contender.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { save } from '../lib/results.mjs';
import { OURS, say, withBrowser } from '../lib/stage.mjs';
import { figure, figures, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- growth: how the time of an epoch grows with hidden size, depth, batch and images
  --engine NAME    cpu or webgpu (cpu)
  --threads N      threads of the CPU engine (1)
  --images N       images trained on from new weights; times are scaled to 60,000 (6400)
  --repeats N      rounds over all (3)`;

const BASE = { hidden: [128], batch: 64 };

/** One thing changes in every series; the rest is BASE. */
const SERIES = {
  'hidden size': [[32], [64], [128], [256], [512], [1024]].map((hidden) => ({ hidden })),
  depth: [[], [128], [128, 128], [128, 128, 128]].map((hidden) => ({ hidden })),
  'the largest against its weights': [[128], [800, 800]].map((hidden) => ({ hidden })),
  batch: [1, 4, 16, 64, 256, 1024].map((batch) => ({ batch })),
  images: [0.1, 0.25, 0.5, 1].map((share) => ({ share })),
};

export async function main(args) {
  const options = readOptions(args, HELP, {
    engine: { type: 'string', default: 'cpu' },
    threads: { type: 'string', default: '1' },
    images: { type: 'string', default: '6400' },
    repeats: { type: 'string', default: '3' },
  });
  const { quick, hardware, engine: kind } = options;
  const images = quick ? 640 : count(options.images, 'images');
  const repeats = quick ? 1 : count(options.repeats, 'repeats');
  const executor = kind === 'cpu' ? { kind, threads: count(options.threads, 'threads') } : { kind };
  const points = Object.entries(SERIES).flatMap(([series, changes]) =>
    changes.map((change) => ({ series, ...BASE, share: null, ...change, seconds: [] })),
  );

  await withBrowser({ sites: [OURS], hardware }, async ({ browser, sites: [site] }) => {
    const page = await openPage(browser, site.address(true));
    let label;
    for (let round = 0; round < repeats; round++) {
      for (const point of points) {
        const { hidden, batch, share } = point;
        const all = share === null ? MNIST : Math.round(share * (quick ? 2560 : MNIST));
        // With a batch of 1, as many images are as many steps.
        const trained = share === null ? Math.min(images, 1000 * batch) : all;
        label = await page.open({ ...executor, hidden, images: all, settings: { batch } });
        point.images = all;
        point.seconds.push(await epochSeconds(page, { images: trained, batch, ours: true }));
        say(`${point.series}: ${what(point)}: ${point.seconds.at(-1).toFixed(2)} s`);
      }
    }
    const results = points.map(({ seconds, ...point }) => ({
      ...point,
      weights: weightCount(point.hidden),
      secondsAnEpoch: spread(seconds),
    }));
    console.log(`${label}; seconds for 60,000 images, median (least-most)\n`);
    for (const series of Object.keys(SERIES)) print(series, results);
    const verdict = judge(results);
    console.log(
      `784-800-800-10 takes ${figure(verdict.time)} x the time of 784-128-10 and has ${figure(verdict.weights)} x its weights: ` +
        (verdict.holds
          ? 'it grows no faster than its weights.'
          : 'it grows FASTER than its weights.'),
    );
    save(`growth-${kind}`, { quick, browser, label, images, results, verdict });
  });
}

const what = ({ series, hidden, batch, images }) => {
  if (series === 'batch') return `batch ${batch}`;
  if (series === 'images') return `${images} images`;
  return [784, ...hidden, 10].join('-');
};

function print(series, results) {
  const points = results.filter((point) => point.series === series);
  const [first] = points;
  const grows = points.some(({ weights }) => weights !== first.weights);
  const rows = points.map((point) => [
    what(point),
    figures(point.secondsAnEpoch),
    figure(point.secondsAnEpoch.median / first.secondsAnEpoch.median),
    ...(grows ? [figure(point.weights / first.weights)] : []),
  ]);
  const head = [series, 'seconds', 'x the first', ...(grows ? ['its weights x'] : [])];
  console.log(`${table(head, rows)}\n`);
}

/** The goal: 784-800-800-10 grows no faster than its weights. */
function judge(results) {
  const [small, large] = results.filter(({ series }) => series.startsWith('the largest'));
  const time = large.secondsAnEpoch.median / small.secondsAnEpoch.median;
  const weights = large.weights / small.weights;
  return { time, weights, holds: time <= weights };
}
