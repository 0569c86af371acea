/** Seconds an epoch of every engine, by network, batch and threads, in one page. */
import { epochSeconds, openPage, weightCount } from '../lib/contender.mjs';
import { count, counts, networks, readOptions } from '../lib/options.mjs';
import { save } from '../lib/results.mjs';
import { OURS, say, withBrowser } from '../lib/stage.mjs';
import { figures, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- engines: seconds an epoch of MNIST, by network, batch and threads, medians (least-most)
  --hidden LIST    hidden sizes, joined by - within a network (32,128,400,800,800-800)
  --batch LIST     images a step (1,64,512)
  --threads LIST   threads of the CPU engine (1,2)
  --only NAME      cpu or webgpu alone
  --images N       images trained on from new weights, fewer where SwiftShader has a large network; times are
                   scaled to 60,000 (6400)
  --steps N        at most as many steps, which is what counts with a batch of 1 (400)
  --repeats N      rounds over all cells (3)`;

export async function main(args) {
  const options = readOptions(args, HELP, {
    hidden: { type: 'string', default: '32,128,400,800,800-800' },
    batch: { type: 'string', default: '1,64,512' },
    threads: { type: 'string', default: '1,2' },
    only: { type: 'string' },
    images: { type: 'string', default: '6400' },
    steps: { type: 'string', default: '400' },
    repeats: { type: 'string', default: '3' },
  });
  const { quick, hardware, only } = options;
  const images = quick ? 640 : count(options.images, 'images');
  const mostSteps = quick ? 10 : count(options.steps, 'steps');
  const repeats = quick ? 1 : count(options.repeats, 'repeats');
  const executors = [
    ...counts(options.threads, 'threads').map((threads) => ({ kind: 'cpu', threads })),
    { kind: 'webgpu' },
  ].filter(({ kind }) => !only || kind === only);
  const rows = networks(options.hidden, 'hidden').flatMap((hidden) =>
    counts(options.batch, 'batch').map((batch) => ({ hidden, batch })),
  );

  await withBrowser({ sites: [OURS], hardware }, async ({ browser, sites: [site] }) => {
    const page = await openPage(browser, site.address(true));
    const cells = rows.flatMap((row) => executors.map((executor) => ({ ...row, ...executor })));
    const seconds = cells.map(() => []);
    for (let round = 0; round < repeats; round++) {
      for (const [n, { hidden, batch, ...executor }] of cells.entries()) {
        const trained = Math.min(images, mostSteps * batch, patience(cells[n], hardware));
        cells[n].images = trained;
        cells[n].label = await page.open({ ...executor, hidden, settings: { batch } });
        seconds[n].push(await epochSeconds(page, { images: trained, batch, ours: true }));
        say(
          `${name(hidden)}, batch ${batch}, ${cells[n].label}: ${seconds[n].at(-1).toFixed(2)} s`,
        );
      }
    }
    const results = cells.map((cell, n) => ({ ...cell, secondsAnEpoch: spread(seconds[n]) }));
    print(rows, executors, results);
    save('engines', { quick, browser, results });
  });
}

/** Images that are enough on a software adapter: the largest network takes a quarter of an hour an epoch there. */
function patience({ kind, hidden, batch }, hardware) {
  if (kind !== 'webgpu' || hardware) return Infinity;
  const images = 1.3e9 / weightCount(hidden);
  return batch * Math.max(2, Math.round(images / batch));
}

const name = (hidden) => [784, ...hidden, 10].join('-');

function print(rows, executors, results) {
  const head = executors.map(({ kind, threads }) =>
    threads
      ? `CPU, ${threads} thread${threads > 1 ? 's' : ''}`
      : kind === 'webgpu'
        ? 'WebGPU'
        : kind,
  );
  const lines = rows.map(({ hidden, batch }, r) => [
    name(hidden),
    String(batch),
    ...executors.map((_, e) => figures(results[r * executors.length + e].secondsAnEpoch)),
  ]);
  console.log(table(['network', 'batch', ...head], lines));
}
