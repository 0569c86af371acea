// `npm run publish-model -- FILE --title T --description D --command C`: ships a trained model with the page. Its weights go
// to public/models/NAME.safetensors, and its card, with the accuracy that `mtspike evaluate` gives, into public/models/index.json.
import './lib/node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureData } from './lib/data.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { card, withCard } from './lib/model-card.mjs';
import { root } from './lib/root.mjs';
import { seedOf, weightsOnly } from './lib/safetensors.mjs';
import { fail, Sentence } from './lib/stop.mjs';

const USAGE = `Usage: npm run publish-model -- FILE --title T --description D --command C [options]

  FILE            The model (safetensors), as mtspike train or npm run results wrote it.
  --title         A word or two: "Default", "Small, packed".
  --description   One sentence: what it is good for.
  --command       What trained it, as anyone can run it.
  --seed          The seed of that run. Default: as the file says.
  --name          Name in links and of the file, without .safetensors. Default: that of FILE.
  --note          What else one should know.
  --images F --labels F --data NAME
                  What it is tested on (IDX, plain or gzip). Default: MNIST's test set.`;

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
];

function read(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])),
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const missing = ['title', 'description', 'command'].filter((name) => !values[name]);
  if (positionals.length !== 1 || missing.length > 0) {
    throw new Sentence(
      `${missing.length > 0 ? `--${missing[0]} is missing` : 'One model file must be named'}.\n\n${USAGE}`,
    );
  }
  return { file: positionals[0], ...values };
}

/** What `mtspike evaluate` says of a model. */
function evaluate(model, images, labels) {
  const program = join(root, 'scripts/mtspike.mjs');
  const args = ['evaluate', '--model', model, '--images', images, '--labels', labels, '--json'];
  const { status, stdout } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Sentence('The model could not be evaluated: see the message above.');
  return JSON.parse(stdout);
}

try {
  const given = read(process.argv.slice(2));
  await ensureInstalled();
  if (!given.images) await ensureData();
  if (!existsSync(given.file)) throw new Sentence(`There is no file ${given.file}.`);
  const name = given.name ?? basename(given.file, '.safetensors');
  const bytes = weightsOnly(readFileSync(given.file));
  const seed = given.seed ?? seedOf(bytes);
  if (!/^\d+$/.test(seed ?? '')) throw new Sentence('The file names no seed: give it with --seed.');
  const folder = join(root, 'public/models');
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${name}.safetensors`);
  const aside = `${target}.part`;
  writeFileSync(aside, bytes);
  try {
    const result = evaluate(
      aside,
      given.images ?? join(root, 'public/data/mnist-test-images.bin'),
      given.labels ?? join(root, 'public/data/mnist-test-labels.bin'),
    );
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
} catch (error) {
  fail(error);
}
