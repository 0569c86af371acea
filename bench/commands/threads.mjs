/** What a second thread gives the CPU engine in Node, beside what the machine itself gives: two such programs at once, a thread each. */
import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cache, root } from '../../scripts/lib/root.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { save, warnIfBusy } from '../lib/results.mjs';
import { say } from '../lib/stage.mjs';
import { figure, figures, median, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- threads: one thread, two threads, and two programs of one thread at once, in turns
  --hidden LIST    hidden neurons, such as 128 or 800-400 (128)
  --epochs N       epochs a run, the first of which is not counted (4)
  --batch N        images a step (64)
  --rounds N       runs of each (6)`;

/** One thread's time over that of two. */
const GOAL = 1.7;
const run = promisify(execFile);

export async function main(args) {
  const options = readOptions(args, HELP, {
    hidden: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '4' },
    batch: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '6' },
  });
  const { hidden, batch, quick } = options;
  const epochs = quick ? 2 : Math.max(2, count(options.epochs, 'epochs'));
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  const asked = ['--json', '--hidden', hidden, '--batch', batch];
  warnIfBusy();
  // Builds the program; afterwards it runs as it is, so that two of them begin together.
  execFileSync(process.execPath, [join(root, 'bench/cpu.mjs'), '--help'], { cwd: root });
  const train = async (threads) => {
    const program = [join(cache, 'bench-cpu', 'main.mjs'), ...asked];
    const given = ['--threads', String(threads), '--epochs', String(epochs)];
    const { stdout } = await run(process.execPath, [...program, ...given], { cwd: root });
    return median(JSON.parse(stdout.trim().split('\n').at(-1)).epochSeconds.slice(1));
  };
  const ways = {
    'one thread': () => train(1),
    'two threads': () => train(2),
    'two programs at once, one thread each': async () =>
      (await Promise.all([train(1), train(1)])).reduce((sum, taken) => sum + taken, 0) / 2,
  };
  const found = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of Object.entries(ways)) {
      found[name].push(await measure());
      say(`${name}: ${figure(found[name].at(-1))} s an epoch`);
    }
  }
  report(found, { quick, hidden, batch });
}

function report(found, { quick, hidden, batch }) {
  const rows = Object.entries(found).map(([name, taken]) => [name, figures(spread(taken))]);
  console.log(table([`784-${hidden}-10, batch ${batch}`, 's an epoch'], rows));
  const [one, two, programs] = Object.values(found);
  // Round by round, since the machine's own pace changes from one to the next.
  const gains = spread(one.map((taken, n) => taken / two[n]));
  const limits = spread(one.map((taken, n) => (2 * taken) / programs[n]));
  const reached = gains.median >= GOAL ? 'reached' : 'NOT reached';
  console.log(`\ntwo threads: ${figures(gains)} times as fast; goal: ${GOAL}: ${reached}`);
  console.log(`two programs do ${figures(limits)} times the work of one: what the machine gives`);
  save('threads', { quick, hidden, batch, found, gains, limits });
}
