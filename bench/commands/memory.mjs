/** The page's memory while it trains with all of MNIST loaded, and whether many steps add to it. */
import { openPage } from '../lib/contender.mjs';
import { createMeter, MEMORY_FLAGS } from '../lib/memory-meter.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { openPlayground, trainAnew } from '../lib/playground.mjs';
import { save } from '../lib/results.mjs';
import { OURS, PLAYGROUND, say, withBrowser } from '../lib/stage.mjs';
import { figure } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- memory: megabytes of the page while it trains on all of MNIST, then of an engine over 10,000 steps
  --engine NAME    cpu or webgpu (cpu)
  --steps N        steps of the second part (10000)
  --batch N        images a step of the second part (64)
  --threads N      of the CPU engine in the second part (1); with more, the browser's own count does not answer
  --only NAME      page or steps alone`;

/** Megabytes while the page trains. */
const MOST = 400;
/** Megabytes that a run may add, by each way of counting; the memory of processes goes up and down by itself. */
const NOISE = { page: 3, processes: 20 };
const READINGS = 10;

export async function main(args) {
  const options = readOptions(args, HELP, {
    engine: { type: 'string', default: 'cpu' },
    steps: { type: 'string', default: '10000' },
    batch: { type: 'string', default: '64' },
    threads: { type: 'string', default: '1' },
    only: { type: 'string' },
  });
  const { quick, hardware, engine, only } = options;
  const sites = [OURS, PLAYGROUND];
  await withBrowser(
    { sites, hardware, flags: MEMORY_FLAGS },
    async ({ browser, sites: [ours, playground] }) => {
      const found = {};
      if (only !== 'steps') {
        const address = `${playground.address(true)}?engine=${engine}`;
        found.page = await whileTraining(browser, address, quick ? 3 : READINGS);
      }
      if (only !== 'page') {
        const steps = quick ? 300 : count(options.steps, 'steps');
        const order = {
          kind: engine,
          threads: count(options.threads, 'threads'),
          hidden: [128],
          settings: { batch: count(options.batch, 'batch') },
        };
        found.steps = await overSteps(browser, ours.address(true), order, steps);
      }
      save(`memory-${engine}`, { quick, browser, engine, ...found });
    },
  );
}

async function whileTraining(browser, address, seconds) {
  const page = await openPlayground(browser, address);
  const meter = await createMeter(browser, page);
  await trainAnew(page);
  const readings = [];
  for (let n = 0; n < seconds; n++) {
    readings.push(await meter.read());
    await page.waitForTimeout(1000);
  }
  await page.context().close();
  const most = Math.max(
    ...readings.map(({ page: counted, own, renderer }) => counted ?? own ?? renderer),
  );
  print('the page while it trains', readings);
  console.log(
    `at most ${figure(most)} MB; goal: under ${MOST} MB: ${most < MOST ? 'reached' : 'NOT reached'}\n`,
  );
  return { most, readings };
}

async function overSteps(browser, address, order, steps) {
  const contender = await openPage(browser, address);
  await contender.open({ ...order, settings: { ...order.settings, epochs: 1000 } });
  const meter = await createMeter(browser, contender.page);
  const part = Math.ceil(steps / READINGS);
  const readings = [];
  // What is made once, at the first steps, is no growth: the first reading comes after a tenth.
  for (let n = 0; n <= READINGS; n++) {
    await contender.train(part * order.settings.batch);
    readings.push({ step: (n + 1) * part, ...(await meter.read()) });
    say(`step ${readings.at(-1).step}: ${figure(readings.at(-1).processes)} MB`);
  }
  await contender.close();
  const growth = {};
  print(`an engine over ${steps} steps`, readings);
  for (const [name, noise] of Object.entries(NOISE)) {
    if (readings.some((reading) => reading[name] === null)) continue;
    growth[name] = steps * slope(readings.map((reading) => [reading.step, reading[name]]));
    const verdict = growth[name] < noise ? 'no growth' : 'it GROWS';
    console.log(`${name}: ${figure(growth[name])} MB more over ${steps} steps: ${verdict}`);
  }
  return { growth, readings };
}

/** The slope of the straight line fitted to points by least squares. */
function slope(points) {
  const mean = (of) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([at]) => at), mean(([, value]) => value)];
  return mean(([at, value]) => (at - x) * (value - y)) / mean(([at]) => (at - x) ** 2);
}

function print(title, readings) {
  const rows = readings.map(({ step, page, own, renderer, gpu }, n) => [
    String(step ?? `${n} s`),
    figure(page),
    figure(own),
    figure(renderer),
    figure(gpu),
  ]);
  console.log(
    table(
      [title, 'page, MB', 'written by its process, MB', 'its process, MB', 'GPU process, MB'],
      rows,
    ),
  );
}
