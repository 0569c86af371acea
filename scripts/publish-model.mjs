// `npm run publish-model -- FILE --title T --description D --command C`: ships a trained model with the page. Its weights go
// to public/models/NAME.safetensors, and its card, with the accuracy that `mtspike evaluate` gives, into public/models/index.json.
import './lib/node-version.mjs';
import './lib/output.mjs';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { card, withCard } from './lib/model-card.mjs';
import { root } from './lib/root.mjs';
import { seedOf, weightsOnly } from './lib/safetensors.mjs';
import { fail, UserError } from './lib/stop.mjs';

const USAGE = `Usage: npm run publish-model -- FILE --title T --description D --command C [options]

  FILE            The model (safetensors), as mtspike train or npm run results wrote it.
  --title         A word or two: "Default", "Small, packed".
  --description   One sentence: what it is good for.
  --command       What trained it, as anyone can run it.
  --seed          The seed of that run. Default: as the file says.
  --name          Name in links and of the file, without .safetensors. Default: that of FILE.
  --note          What else one should know.
  --images F --labels F --data NAME
                  What it is tested on (IDX, plain or gzip). Default: MNIST's test set.
  --points SET    A network of points: what it is tested on, 10,000 of them, and what the page opens it with.`;

/** More than any model holds. */
const MOST_BYTES = 2 ** 30;

/** As the commands end where Ctrl-C ended them. */
const INTERRUPTED = 130;

const isSame = (a, b) => realpathSync(a) === realpathSync(b);

const OPTIONS = [
  'title',
  'description',
  'command',
  'seed',
  'name',
  'note',
  'images',
  'labels',
  'data',
  'points',
];

function parse(args) {
  const options = Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }]));
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: 'boolean' }, ...options },
    });
  } catch (error) {
    throw new UserError(`${error.message}\n\n${USAGE}`, 2);
  }
}

function read(args) {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const missing = ['title', 'description', 'command'].filter((name) => !values[name]);
  if (positionals.length !== 1 || missing.length > 0) {
    throw new UserError(
      `${missing.length > 0 ? `--${missing[0]} is missing` : 'One model file must be named'}.\n\n${USAGE}`,
      2,
    );
  }
  return { file: positionals[0], ...values };
}

/** The bytes of a model file; of what is none, nothing is read. */
function readModel(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) throw new UserError(`There is no file ${file}.`);
  if (!stats.isFile()) throw new UserError(`${file} is no file.`);
  if (stats.size > MOST_BYTES) throw new UserError(`${file} is larger than any model.`);
  return readFileSync(file);
}

/** What a model is called becomes the name of a file, and a part of links. */
function nameOf({ name, file }) {
  const chosen = name ?? basename(file, '.safetensors');
  if (/^\w[\w.-]*$/.test(chosen)) return chosen;
  throw new UserError(
    `"${chosen}" cannot be a model's name in links: take letters, digits, dashes and dots (--name).`,
  );
}

/** What names the test set, for `mtspike evaluate`. */
function testSet({ points, images, labels }) {
  if (points) return ['--points', points, '--points-test-count', '10000'];
  const mnist = (what) => join(root, `public/data/mnist-test-${what}.bin`);
  return ['--images', images ?? mnist('images'), '--labels', labels ?? mnist('labels')];
}

/** What `mtspike evaluate` says of a model. */
function evaluate(model, set) {
  const program = join(root, 'scripts/mtspike.mjs');
  const args = ['evaluate', '--model', model, ...set, '--json'];
  const { status, stdout } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status === INTERRUPTED) throw new UserError('Interrupted: nothing is shipped.', INTERRUPTED);
  if (status !== 0) throw new UserError('The model could not be evaluated: see the message above.');
  return JSON.parse(stdout);
}

async function publish(given) {
  await ensureInstalled();
  if (!given.images && !given.points) await ensureData();
  const name = nameOf(given);
  const original = readModel(given.file);
  const bytes = weightsOnly(original);
  const seed = given.seed ?? seedOf(bytes);
  if (!/^\d+$/.test(seed ?? ''))
    throw new UserError('The file names no seed: give it with --seed.');
  const folder = join(root, 'public/models');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}.safetensors`);
  if (existsSync(target) && isSame(given.file, target) && !bytes.equals(original)) {
    throw new UserError(
      `${given.file} would be written over without its state of training: copy it elsewhere first.`,
    );
  }
  const aside = `${target}.part`;
  // Ctrl-C ends the evaluation, which says so; what lies aside is taken away then.
  process.once('SIGINT', () => undefined);
  writeFileSync(aside, bytes);
  try {
    const result = evaluate(aside, testSet(given));
    const list = join(folder, 'index.json');
    const before = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
    const entry = card({ ...given, name, seed }, bytes, result);
    renameSync(aside, target);
    writeFileSync(list, `${JSON.stringify(withCard(before, entry), null, 2)}\n`);
    const accuracy = (100 * entry.test_accuracy).toFixed(2);
    console.log(`${name} (${entry.network}) is shipped: ${accuracy} %, ${bytes.length} bytes.`);
  } finally {
    rmSync(aside, { force: true });
  }
}

try {
  const given = read(process.argv.slice(2));
  if (given) await publish(given);
  else console.log(USAGE);
} catch (error) {
  fail(error);
}
