/** Trains and tests one seed of a row, with the commands that anyone can run. */
import { spawn } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../lib/root.mjs';
import { UserError } from '../lib/stop.mjs';
import { commandLine, evaluateArguments, trainArguments, trialArguments } from './commands.mjs';
import { ensureFashion } from './data-sets.mjs';
import {
  checkpointFile,
  describeModel,
  machine,
  modelFile,
  outcomeFile,
  readJson,
  tuningFile,
  writeJson,
} from './store.mjs';

const wait = () => undefined;

/** As the commands end where Ctrl-C ended them; what they keep they have said themselves. */
const INTERRUPTED = 130;

/** Runs `mtspike` and gives the JSON of its last line; its progress goes to standard error. */
function mtspike(args) {
  return new Promise((resolve, reject) => {
    const program = join(root, 'scripts/mtspike.mjs');
    const child = spawn(process.execPath, [program, ...args, '--json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Ctrl-C reaches the child from the terminal, a signal to this process alone is handed on; both wait for its checkpoint.
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    process.once('SIGINT', wait);
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.on('close', (code) => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', wait);
      if (code === 0) resolve(JSON.parse(out.trimEnd().split('\n').at(-1)));
      else if (code === INTERRUPTED) reject(new UserError('Interrupted.', INTERRUPTED));
      else reject(new UserError(`"${commandLine(args)}" ended with ${code}.`));
    });
  });
}

/** Whether a row's seed is there already, by the very command that the row names today. */
export function isDone(row, seed) {
  return readJson(outcomeFile(row, seed))?.command === command(row, seed);
}

const command = (row, seed) => commandLine(trainArguments(row, seed));

/**
 * Trains unless it is done, and stores what was found. An interrupted training goes on where it stopped.
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function runRow(row, seed, { threads }) {
  if (isDone(row, seed)) return false;
  if (row.data === 'fashion-mnist') await ensureFashion();
  console.error(`${row.name}, seed ${seed}: ${command(row, seed)}`);
  const model = modelFile(row, seed);
  const train = await trainInto(row, seed, threads, model);
  await store(row, seed, { train, model, threads });
  return true;
}

function trainInto(row, seed, threads, model) {
  const checkpoint = checkpointFile(`${row.name}-${seed}`);
  const files = ['--checkpoint', relative(root, checkpoint), '--out', relative(root, model)];
  return mtspike([...trainArguments(row, seed), '--threads', String(threads), ...files]);
}

/** Tests the model as anyone can, and keeps what was found. */
async function store(row, seed, { train, model, threads }) {
  const { confusion: _, ...evaluate } = await mtspike([
    ...evaluateArguments(row, relative(root, model)),
    '--threads',
    String(threads),
  ]);
  const { out: __, ...trained } = train;
  writeJson(outcomeFile(row, seed), {
    row: row.name,
    seed,
    command: command(row, seed),
    engine: train.engine,
    threads,
    machine: machine(),
    date: new Date().toISOString().slice(0, 10),
    train: trained,
    evaluate,
    model: describeModel(model),
  });
  const { test_accuracy: said } = train;
  if (said !== evaluate.accuracy) {
    throw new UserError(
      `${row.name}, seed ${seed}: training ended with a test accuracy of ${said}, but evaluating the file gives ${evaluate.accuracy}.`,
    );
  }
}

/** Takes over what the very command of a row gave elsewhere: its JSON and its model file. */
export async function importRow(row, trainFile, model, { threads }) {
  const train = JSON.parse(readFileSync(trainFile, 'utf8').trimEnd().split('\n').at(-1));
  const { training } = describeModel(model);
  const args = trainArguments(row, train.seed);
  for (let a = 1; a < args.length; a += 2) {
    const name = args[a].slice(2);
    if (/images|labels/.test(name)) continue;
    const key = name.replace(/-(.)/g, (__, letter) => letter.toUpperCase());
    const found = { ...train, ...training }[key];
    if (found !== undefined && String(found) !== args[a + 1]) {
      throw new UserError(
        `${model} is not of the row ${row.name}: its ${name} is ${found}, not ${args[a + 1]}.`,
      );
    }
  }
  const target = modelFile(row, train.seed);
  copyFileSync(model, target);
  await store(row, train.seed, { train, model: target, threads });
  return train.seed;
}

/** Trains a row's seed anew. @returns {Promise<boolean>} whether the model is the same, byte for byte */
export async function verifyRow(row, seed, { threads }) {
  const known = readJson(outcomeFile(row, seed));
  if (!known) throw new UserError(`${row.name}, seed ${seed}, was not run yet: run it first.`);
  if (!isDone(row, seed)) {
    throw new UserError(
      `${row.name}, seed ${seed}, was run with other settings: run it again first.`,
    );
  }
  if (row.data === 'fashion-mnist') await ensureFashion();
  const model = modelFile(row, seed, '-again');
  const args = [...trainArguments(row, seed), '--threads', String(threads)];
  await mtspike([...args, '--out', relative(root, model)]);
  const { sha256 } = describeModel(model);
  rmSync(model);
  return sha256 === known.model.sha256;
}

/** Runs the trials of a tuning that are not there yet. The test images' figures are not kept. */
export async function runTuning(tuning, { threads }) {
  if (tuning.data === 'fashion-mnist') await ensureFashion();
  const path = tuningFile(tuning);
  const known = readJson(path)?.trials ?? [];
  const trials = [];
  for (const index of tuning.trials.keys()) {
    const args = trialArguments(tuning, index);
    const line = commandLine(args);
    let trial = known.find(({ command: of }) => of === line);
    if (!trial) {
      console.error(`${tuning.name}: ${line}`);
      const model = checkpointFile(`tuning-${tuning.name}`);
      const files = ['--threads', String(threads), '--out', relative(root, model)];
      const { hold_out_accuracy: accuracy } = await mtspike([...args, ...files]);
      rmSync(model);
      trial = {
        options: tuning.trials[index],
        command: line,
        held_out: 'of each class',
        hold_out_accuracy: accuracy,
      };
    }
    trials.push(trial);
    writeJson(path, { tuning: tuning.name, machine: machine(), trials });
  }
}
