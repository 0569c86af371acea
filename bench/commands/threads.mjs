/**
 * What a second thread gives the CPU engine: one thread and two at the same training, TURN steps each in turn within one program, since the
 * machine's own pace changes within seconds. Beside it what the machine itself gives: two programs of one thread at once. In Node, or in a page.
 */
import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cache, root } from '../../scripts/lib/root.mjs';
import { count, readOptions, shape } from '../lib/options.mjs';
import { MNIST, openPage } from '../lib/contender.mjs';
import { save, warnIfBusy } from '../lib/results.mjs';
import { OURS, say, withBrowser } from '../lib/stage.mjs';
import { figure, figures, median, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- threads: one thread and two threads in turn, and two programs of one thread at once
  --hidden LIST    hidden neurons, such as 128 or 800-400 (128); in a page convolutions too, such as 32c5s2-64c3s2-256
  --epochs N       epochs a run, the first of which is not counted (4)
  --batch N        images a step (64)
  --rounds N       runs of each (6)
  --page           in a page, in its workers; the two programs are two engines there, in turn with the others
  --images N       in a page: images trained on; times are scaled to 60,000 (60000)
  --turn N         steps a turn (200)`;

/** One thread's time over that of two. */
const GOAL = 1.7;
const run = promisify(execFile);

export async function main(args) {
  const options = readOptions(args, HELP, {
    hidden: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '4' },
    batch: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '6' },
    page: { type: 'boolean', default: false },
    images: { type: 'string', default: String(MNIST) },
    // Some 100 milliseconds, so that waking the threads that slept meanwhile does not count.
    turn: { type: 'string', default: '200' },
  });
  const { hidden, batch, quick, turn } = options;
  const epochs = quick ? 2 : Math.max(2, count(options.epochs, 'epochs'));
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  /** The median of all epochs but the first. */
  const epochOf = (seconds) => median(seconds.slice(1));
  const found = {
    'one thread': [],
    'two threads': [],
    'two programs at once, one thread each': [],
  };
  const [one, two, programs] = Object.values(found);
  const add = (taken) => {
    const [a, b, c] = taken;
    one.push(a);
    two.push(b);
    programs.push(c);
    say(`one thread ${figure(a)}, two ${figure(b)}, two programs ${figure(c)} s an epoch`);
  };
  const about = { quick, hidden, batch, turn };
  if (!options.page) {
    await inNode({ hidden, batch, epochs, rounds, turn }, (turns, both) =>
      add([...turns.map(epochOf), both.map(epochOf).reduce((sum, taken) => sum + taken / 2, 0)]),
    );
    const gains = one.map((taken, n) => taken / two[n]);
    const limits = one.map((taken, n) => (2 * taken) / programs[n]);
    report(found, gains, limits, about);
    return;
  }
  const images = quick ? 6400 : count(options.images, 'images');
  const order = { hidden, batch: Number(batch), epochs, turn: count(turn, 'turn'), images };
  await withBrowser({ sites: [OURS] }, async ({ browser, sites: [site] }) => {
    // Turn by turn: what disturbs a few of them does not count.
    const gains = [];
    const limits = [];
    for (let round = 0; round < rounds; round++) {
      const turns = await inPage(browser, site, order);
      add(turns.map((seconds) => (median(seconds) * MNIST) / order.batch));
      const [a, b, c] = turns;
      gains.push(median(a.map((seconds, n) => seconds / b[n])));
      limits.push(median(a.map((seconds, n) => (2 * seconds) / c[n])));
    }
    report(found, gains, limits, { ...about, images, browser, page: true });
  });
}

/** @returns {Promise<number[][]>} seconds a step, [one thread, two, two engines at once], [turns] of all epochs but the first */
async function inPage(browser, site, { hidden, epochs, ...order }) {
  const page = await openPage(browser, site.address(true));
  const { hidden: sizes, network } = shape(hidden);
  const layers = [...sizes, 10];
  const turns = await page.turns({ ...order, epochs, network: { ...network, layers } });
  await page.close();
  return turns.map((seconds) => seconds.slice(Math.ceil(seconds.length / epochs)));
}

/** @param {(turns: number[][], programs: number[][]) => void} each gets seconds an epoch: of one thread and two in turn, of two programs at once */
async function inNode({ hidden, batch, epochs, rounds, turn }, each) {
  warnIfBusy();
  // Builds the program; afterwards it runs as it is, so that two of them begin together.
  execFileSync(process.execPath, [join(root, 'bench/cpu.mjs'), '--help'], { cwd: root });
  const train = async (...given) => {
    const program = [join(cache, 'bench-cpu', 'main.mjs'), '--json'];
    const asked = ['--hidden', hidden, '--batch', batch, '--epochs', String(epochs)];
    const { stdout } = await run(process.execPath, [...program, ...asked, ...given], { cwd: root });
    return JSON.parse(stdout.trim().split('\n').at(-1));
  };
  for (let round = 0; round < rounds; round++) {
    const turns = await train('--threads', '2', '--turns', turn);
    const both = await Promise.all([train(), train()]);
    each(
      turns,
      both.map(({ epochSeconds }) => epochSeconds),
    );
  }
}

function report(found, gained, limited, { quick, page, ...about }) {
  const rows = Object.entries(found).map(([name, taken]) => [name, figures(spread(taken))]);
  const where = `784-${about.hidden}-10, batch ${about.batch}, in ${page ? 'a page' : 'Node'}`;
  console.log(table([where, 's an epoch'], rows));
  const gains = spread(gained);
  const limits = spread(limited);
  const reached = gains.median >= GOAL ? 'reached' : 'NOT reached';
  console.log(`\ntwo threads: ${figures(gains)} times as fast; goal: ${GOAL}: ${reached}`);
  console.log(`two programs do ${figures(limits)} times the work of one: what the machine gives`);
  save(page ? 'threads-page' : 'threads', { quick, ...about, found, gains, limits });
}
