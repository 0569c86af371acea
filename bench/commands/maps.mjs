/** Milliseconds until the page has the spike times of every neuron over the whole plane, as circuit and plane draw them. */
import { openPage } from '../lib/contender.mjs';
import { count, networks, readOptions } from '../lib/options.mjs';
import { save } from '../lib/results.mjs';
import { OURS, say, withBrowser } from '../lib/stage.mjs';
import { figures, percentile, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- maps: milliseconds a map of 4,096 points, from its inputs to all spike times back in the page
  --hidden LIST    hidden sizes, joined by - within a network (12,30,120)
  --calls N        maps of each (200)
  --rounds N       rounds over all, in turn (5)`;

/** Milliseconds, 5-30-3 on the CPU engine. */
const GOAL = 8;
const WAYS = [
  { name: 'CPU, 1 thread', kind: 'cpu', threads: 1 },
  { name: 'CPU, 2 threads', kind: 'cpu', threads: 2 },
  { name: 'CPU, 1 thread, other weights', kind: 'cpu', threads: 1, whatIf: true },
  { name: 'WebGPU', kind: 'webgpu' },
];

export async function main(args) {
  const options = readOptions(args, HELP, {
    hidden: { type: 'string', default: '12,30,120' },
    calls: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
  });
  const { quick, hardware } = options;
  const calls = quick ? 5 : count(options.calls, 'calls');
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  const hiddens = networks(options.hidden, 'hidden');
  await withBrowser({ sites: [OURS], hardware }, async ({ browser, sites: [site] }) => {
    const page = await openPage(browser, site.address(true));
    const cells = hiddens.flatMap((hidden) => WAYS.map((way) => ({ ...way, hidden, rounds: [] })));
    for (let round = 0; round < rounds; round++) {
      for (const cell of cells) {
        const { name, hidden, rounds: taken, ...way } = cell;
        // A software adapter takes tens of milliseconds a map.
        const fewer = way.kind === 'webgpu' && !hardware ? Math.ceil(calls / 10) : calls;
        const { label, times } = await page.maps({ ...way, hidden, calls: fewer });
        cell.label = label;
        taken.push({ median: percentile(times, 0.5), p95: percentile(times, 0.95) });
        say(`5-${hidden.join('-')}-3, ${name}: ${taken.at(-1).median.toFixed(2)} ms`);
      }
    }
    const results = cells.map(({ rounds: taken, ...cell }) => ({
      ...cell,
      median: spread(taken.map(({ median }) => median)),
      p95: spread(taken.map(({ p95 }) => p95)),
    }));
    const rows = results.map(({ hidden, name, median, p95 }) => [
      `5-${hidden.join('-')}-3`,
      name,
      figures(median),
      figures(p95),
    ]);
    console.log(table(['network', 'engine', 'ms a map', '95 % of them within'], rows));
    const judged = results.find(({ hidden, kind }) => hidden.join('-') === '30' && kind === 'cpu');
    if (judged)
      console.log(
        `\n5-30-3, one thread; goal: under ${GOAL} ms: ${judged.median.median < GOAL ? 'reached' : 'NOT reached'}`,
      );
    save('maps', { quick, browser, results });
  });
}
