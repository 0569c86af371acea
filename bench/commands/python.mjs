/** What a researcher would use instead: a first-spike network in PyTorch (bench/python), on the same images, weights and order, in turns with ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildForNode } from '../../scripts/lib/build-for-node.mjs';
import { ensureData } from '../../scripts/lib/data.mjs';
import { cache, root } from '../../scripts/lib/root.mjs';
import { UserError } from '../../scripts/lib/stop.mjs';
import { MNIST } from '../lib/contender.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { ensureTorch } from '../lib/python.mjs';
import { save, warnIfBusy } from '../lib/results.mjs';
import { say } from '../lib/stage.mjs';
import { figure, figures, median, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- python: an epoch of a first-spike network in PyTorch, one thread, and of the CPU engine in Node, one thread
  --hidden N       hidden neurons (128)
  --batch N        images a step (64)
  --images N       PyTorch trains on the first N images of the epoch, its time is scaled to all (all 60,000)
  --way LIST       how spike times are differentiated: cumulative, causal (both)
  --rounds N       all in turn, so many times (3)`;

/** How many times as long as ours the cumulative sums may take, at least. */
const GOAL = 50;
const WAYS = {
  cumulative: 'PyTorch, autograd through cumulative sums',
  causal: 'PyTorch, autograd through the sums of causal sets',
};
const OURS = 'CPU (WebAssembly), Node';
/** How far PyTorch's spike times and gradients (relative, by norm) may be from ours, and its accuracy after an epoch. */
const CLOSE = { times: 1e-4, gradients: 1e-4, accuracy: 0.005 };

export async function main(args) {
  const options = readOptions(args, HELP, {
    hidden: { type: 'string', default: '128' },
    batch: { type: 'string', default: '64' },
    images: { type: 'string' },
    way: { type: 'string', default: Object.keys(WAYS).join(',') },
    rounds: { type: 'string', default: '3' },
  });
  const { hidden, batch, quick } = options;
  count(hidden, 'hidden');
  count(batch, 'batch');
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  const images = quick ? 1280 : count(options.images ?? String(MNIST), 'images');
  const ways = options.way.split(',');
  const unknown = ways.find((way) => !Object.hasOwn(WAYS, way));
  if (unknown !== undefined)
    throw new UserError(`--way takes ${Object.keys(WAYS).join(', ')}, not "${unknown}".`, 2);
  warnIfBusy();
  const python = await ensureTorch();
  await ensureData();
  const folder = mkdtempSync(join(tmpdir(), 'mt-spike-python-'));
  try {
    await exportTo(folder, hidden, batch);
    const torch = (...given) => {
      const program = [join(root, 'bench/python/train.py'), folder, ...given];
      return lastLine(execFileSync(python, program, { env: ONE_THREAD }));
    };
    const checks = Object.fromEntries(ways.map((way) => [way, check(way, torch)]));
    const found = { [OURS]: [], ...Object.fromEntries(ways.map((way) => [WAYS[way], []])) };
    for (let round = 0; round < rounds; round++) {
      found[OURS].push(ours(hidden, batch));
      for (const way of ways) {
        const { seconds, images: seen, ...rest } = torch('--way', way, '--images', `${images}`);
        found[WAYS[way]].push({ ...rest, seconds: (seconds * MNIST) / seen });
      }
      for (const [name, runs] of Object.entries(found))
        say(`${name}: ${figure(runs.at(-1).seconds)} s an epoch`);
    }
    report(found, { quick, hidden, batch, images, checks });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Libraries under PyTorch have threads of their own. */
const ONE_THREAD = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' };

const lastLine = (output) => JSON.parse(output.toString().trim().split('\n').at(-1));

async function exportTo(folder, hidden, batch) {
  const built = join(cache, 'bench-python');
  await buildForNode({ main: 'bench/python/export.ts' }, built);
  execFileSync(process.execPath, [join(built, 'main.mjs'), folder, hidden, batch], { cwd: root });
}

/** That it computes what ours does, before it is timed. */
function check(way, torch) {
  const found = torch('--way', way, '--check');
  const { spikesThatDiffer, timesDifferBy, gradientsDifferBy } = found;
  const furthest = Math.max(...gradientsDifferBy);
  say(
    `${WAYS[way]}: spike times within ${timesDifferBy.toExponential(1)} of the engine's, ` +
      `gradients within ${furthest.toExponential(1)} of the model's`,
  );
  if (spikesThatDiffer > 0 || timesDifferBy > CLOSE.times || furthest > CLOSE.gradients)
    throw new Error(`${WAYS[way]} computes something else: ${JSON.stringify(found)}`);
  return found;
}

/** The engine trains one epoch as well, planned as one (the same learning rates), from spikes that lie ready, as PyTorch's do. */
function ours(hidden, batch) {
  const size = ['--hidden', hidden, '--batch', batch];
  const asked = ['--json', '--ready', ...size, '--epochs', '1', '--threads', '1'];
  const program = join(root, 'bench/cpu.mjs');
  const { epochSeconds, testAccuracy } = lastLine(
    execFileSync(process.execPath, [program, ...asked]),
  );
  return { seconds: epochSeconds[0], accuracy: testAccuracy };
}

function report(found, { quick, hidden, batch, images, checks }) {
  const contenders = Object.entries(found).map(([name, runs]) => ({
    name,
    secondsAnEpoch: spread(runs.map(({ seconds }) => seconds)),
    /** By rounds: a machine that is slow for a while is so for all of a round. */
    slower: spread(runs.map(({ seconds }, n) => seconds / found[OURS][n].seconds)),
    accuracy: median(runs.map(({ accuracy }) => accuracy)),
    megabytes: runs[0].megabytes,
  }));
  const whole = images >= MNIST;
  const rows = contenders.map(({ name, secondsAnEpoch, slower, accuracy }) => [
    name,
    figures(secondsAnEpoch),
    name === OURS ? '1' : figures(slower),
    whole || name === OURS ? `${(100 * accuracy).toFixed(2)} %` : '-',
  ]);
  const head = [`784-${hidden}-10, batch ${batch}`, 's an epoch', 'x ours', 'test accuracy'];
  console.log(table(head, rows));
  const textbook = contenders.find(({ name }) => name === WAYS.cumulative);
  if (textbook) {
    const { median: ratio } = textbook.slower;
    console.log(
      `\nours is ${figure(ratio)} times as fast; goal: ${GOAL}: ${ratio >= GOAL ? 'reached' : 'NOT reached'}`,
    );
  }
  save('python', { quick, hidden, batch, images, checks, contenders });
  const off = contenders.find(
    ({ accuracy }) => whole && Math.abs(accuracy - contenders[0].accuracy) > CLOSE.accuracy,
  );
  if (off) throw new Error(`${off.name} reaches another accuracy than ours.`);
}
