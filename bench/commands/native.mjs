/** The CPU engine on one thread against the same algorithm in C++, compiled here: what WebAssembly costs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../scripts/lib/root.mjs';
import { UserError } from '../../scripts/lib/stop.mjs';
import { count, readOptions } from '../lib/options.mjs';
import { save, warnIfBusy } from '../lib/results.mjs';
import { say } from '../lib/stage.mjs';
import { figures, figure, median, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';

const HELP = `npm run bench -- native: the CPU engine, one thread, in Node against C++ (bench/native/sparse.cpp), in turns
  --hidden N       hidden neurons (128)
  --epochs N       epochs a run (3)
  --batch N        images a step (64)
  --rounds N       runs of each (3)`;

/** As much as a C++ compiler can do for this program; sums may be reordered, as SIMD reorders ours. */
const FLAGS = ['-std=c++17', '-O3', '-march=native', '-ffast-math', '-fno-finite-math-only'];
/** How many times as long as the C++ program ours may take. */
const GOAL = 2;
const OURS = 'CPU (WebAssembly), Node';

export async function main(args) {
  const options = readOptions(args, HELP, {
    hidden: { type: 'string', default: '128' },
    epochs: { type: 'string', default: '3' },
    batch: { type: 'string', default: '64' },
    rounds: { type: 'string', default: '3' },
  });
  const { hidden, batch, quick } = options;
  const epochs = quick ? 1 : count(options.epochs, 'epochs');
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  count(hidden, 'hidden');
  count(batch, 'batch');
  warnIfBusy();
  const folder = mkdtempSync(join(tmpdir(), 'mt-spike-native-'));
  try {
    const program = join(folder, 'sparse');
    const compiler = compile(program);
    const files = unpack(folder);
    const run = { [OURS]: () => ours(options, epochs) };
    run[compiler] = () =>
      JSON.parse(execFileSync(program, [...files, hidden, String(epochs), batch]).toString());
    const found = { [OURS]: [], [compiler]: [] };
    for (let round = 0; round < rounds; round++) {
      for (const [name, measure] of Object.entries(run)) {
        found[name].push(measure());
        say(`${name}: ${found[name].at(-1).seconds.map(figure).join(', ')} s`);
      }
    }
    report(found, epochs, compiler, { quick, hidden, batch });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns what the compiler calls itself. */
function compile(program) {
  for (const compiler of ['g++', 'clang++']) {
    let version;
    try {
      [version] = execFileSync(compiler, ['--version']).toString().split('\n');
    } catch {
      continue;
    }
    execFileSync(compiler, [...FLAGS, '-o', program, join(root, 'bench/native/sparse.cpp')]);
    return `C++, ${version}`;
  }
  throw new UserError(
    'There is no C++ compiler here: install g++ or clang++ and run this again.',
    1,
  );
}

function unpack(folder) {
  return ['train-images', 'train-labels', 'test-images', 'test-labels'].map((name) => {
    const file = join(folder, name);
    writeFileSync(file, gunzipSync(readFileSync(join(root, `public/data/mnist-${name}.bin`))));
    return file;
  });
}

function ours({ hidden, batch }, epochs) {
  const asked = ['--json', '--hidden', hidden, '--batch', batch, '--epochs', String(epochs)];
  const output = execFileSync(process.execPath, [join(root, 'bench/cpu.mjs'), ...asked]);
  const { epochSeconds, testAccuracy } = JSON.parse(output.toString().trim().split('\n').at(-1));
  return { seconds: epochSeconds, accuracy: testAccuracy };
}

function report(found, epochs, compiler, { quick, hidden, batch }) {
  const contenders = Object.entries(found).map(([name, runs]) => ({
    name,
    epochs: Array.from({ length: epochs }, (_, e) => spread(runs.map((run) => run.seconds[e]))),
    accuracy: median(runs.map((run) => run.accuracy)),
  }));
  const head = contenders[0].epochs.map((_, e) => `epoch ${e + 1}, s`);
  const rows = contenders.map(({ name, epochs: times, accuracy }) => [
    name,
    ...times.map(figures),
    `${(100 * accuracy).toFixed(2)} %`,
  ]);
  console.log(table([`784-${hidden}-10, batch ${batch}`, ...head, 'test accuracy'], rows));
  const whole = (name) =>
    median(found[name].map(({ seconds }) => seconds.reduce((sum, taken) => sum + taken, 0)));
  const ratio = whole(OURS) / whole(compiler);
  console.log(
    `\nours takes ${figure(ratio)} times as long; goal: at most ${GOAL}: ${ratio <= GOAL ? 'reached' : 'NOT reached'}`,
  );
  save('native', { quick, hidden, batch, flags: FLAGS, contenders, ratio });
}
