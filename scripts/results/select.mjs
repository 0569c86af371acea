/** What a command line of `npm run results` asks for. */
import { parseArgs } from 'node:util';
import { UserError } from '../lib/stop.mjs';
import { ROWS, rowNamed } from './rows.mjs';
import { TUNINGS, tuningNamed } from './tunings.mjs';

export const HELP = `npm run results -- [ROW ...] [options]: trains and tests the rows of docs/results.md

Without a ROW, all rows in the order of their importance, the first seed of each before the second. What is done is
left as it is, and what was interrupted goes on where it stopped. A ROW may end with *: k2-* are all that begin so.

  --list            shows the rows, what is done and how long the rest may take
  --seeds 1,2       only these seeds
  --threads N       threads a training uses (1); they do not change the result
  --write           writes docs/results.md from what is there, and does nothing else
  --verify          trains the named rows anew (the first seed, or those of --seeds) and compares the model files
  --tune NAME       makes the trials of a tuning: ${TUNINGS.map(({ name }) => name).join(', ')}
  --import FILE     takes over a row trained elsewhere: the JSON its command printed, with --model FILE
  --model FILE      the model file of --import
  --help`;

const OPTIONS = {
  list: { type: 'boolean', default: false },
  seeds: { type: 'string' },
  threads: { type: 'string', default: '1' },
  write: { type: 'boolean', default: false },
  verify: { type: 'boolean', default: false },
  tune: { type: 'string' },
  import: { type: 'string' },
  model: { type: 'string' },
  help: { type: 'boolean', default: false },
};

/** @throws {UserError} with exit code 2 for what is not understood */
export function readCommandLine(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`, 2);
  }
  const { values, positionals } = parsed;
  const tune = /** @type {string | undefined} */ (values.tune);
  const { verify, import: trainFile, model } = values;
  const rows = positionals.length === 0 ? ROWS : [...new Set(positionals.flatMap(rowsNamed))];
  const seeds = values.seeds?.split(',').map((text) => wholeNumber(text, 'seeds'));
  if (verify && positionals.length === 0) {
    throw new UserError('--verify needs a ROW: training all of them anew takes hours.', 2);
  }
  if ((trainFile === undefined) !== (model === undefined)) {
    throw new UserError(
      '--import and --model go together: the JSON of a training and its file.',
      2,
    );
  }
  if (trainFile !== undefined && positionals.length !== 1) {
    throw new UserError('--import needs one ROW: the one whose command was run.', 2);
  }
  if (tune !== undefined && !tuningNamed(tune)) {
    const names = TUNINGS.map(({ name }) => name).join(', ');
    throw new UserError(`There is no tuning "${tune}": take one of ${names}.`, 2);
  }
  const threads = wholeNumber(values.threads, 'threads');
  return { ...values, threads, rows, runs: plan(rows, seeds) };
}

function rowsNamed(name) {
  const begin = name.endsWith('*') ? name.slice(0, -1) : undefined;
  const found =
    begin === undefined ? [rowNamed(name)] : ROWS.filter((row) => row.name.startsWith(begin));
  if (found.length > 0 && found[0]) return found;
  throw new UserError(`There is no row "${name}": --list shows them.`, 2);
}

/** The first seed of every row, then the second, and so on. */
export function plan(rows, seeds) {
  const runs = rows.flatMap((row) =>
    row.seeds
      .map((seed, turn) => ({ row, seed, turn }))
      .filter(({ seed }) => !seeds || seeds.includes(seed)),
  );
  return runs.toSorted((a, b) => a.turn - b.turn).map(({ row, seed }) => ({ row, seed }));
}

function wholeNumber(text, name) {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UserError(`--${name} takes whole numbers above 0, not "${text}".`, 2);
}
