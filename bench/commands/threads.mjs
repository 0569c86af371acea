/**
 * What a second thread gives the CPU engine in Node: one thread and two at the same training, TURN steps each in turn within one program, since the
 * machine's own pace changes within seconds. Beside it what the machine itself gives: two programs of one thread at once.
 */
import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cache, root } from '../../scripts/lib/root.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { save, warnIfBusy } from '../lib/results.mjs';
import { say } from '../lib/stage.mjs';
import { figure, figures, median, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- threads: one thread and two threads in turn, and two programs of one thread at once
  --hidden LIST    hidden neurons, such as 128 or 800-400 (128)
  --epochs N       epochs a run, the first of which is not counted (4)
  --batch N        images a step (64)
  --rounds N       runs of each (6)`;

/** One thread's time over that of two. */
const GOAL = 1.7;
/** Steps a turn: some 100 milliseconds, so that waking the threads that slept meanwhile does not count. */
const TURN = 200;
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
  const train = async (...given) => {
    const program = [join(cache, 'bench-cpu', 'main.mjs'), ...asked];
    const all = [...program, '--epochs', String(epochs), ...given];
    const { stdout } = await run(process.execPath, all, { cwd: root });
    return JSON.parse(stdout.trim().split('\n').at(-1));
  };
  /** The median of all epochs but the first. */
  const epochOf = (seconds) => median(seconds.slice(1));
  const found = {
    'one thread': [],
    'two threads': [],
    'two programs at once, one thread each': [],
  };
  const [one, two, programs] = Object.values(found);
  for (let round = 0; round < rounds; round++) {
    const turns = await train('--threads', '2', '--turns', String(TURN));
    const [a, b] = turns.map(epochOf);
    one.push(a);
    two.push(b);
    const both = await Promise.all([train(), train()]);
    const [c, d] = both.map(({ epochSeconds }) => epochOf(epochSeconds));
    programs.push((c + d) / 2);
    say(
      `one thread ${figure(a)}, two ${figure(b)}, two programs ${figure(programs.at(-1))} s an epoch`,
    );
  }
  report(found, { quick, hidden, batch });
}

function report(found, { quick, hidden, batch }) {
  const rows = Object.entries(found).map(([name, taken]) => [name, figures(spread(taken))]);
  console.log(table([`784-${hidden}-10, batch ${batch}`, 's an epoch'], rows));
  const [one, two, programs] = Object.values(found);
  const gains = spread(one.map((taken, n) => taken / two[n]));
  const limits = spread(one.map((taken, n) => (2 * taken) / programs[n]));
  const reached = gains.median >= GOAL ? 'reached' : 'NOT reached';
  console.log(`\ntwo threads: ${figures(gains)} times as fast; goal: ${GOAL}: ${reached}`);
  console.log(`two programs do ${figures(limits)} times the work of one: what the machine gives`);
  save('threads', { quick, hidden, batch, found, gains, limits });
}
