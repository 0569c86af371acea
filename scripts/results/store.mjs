/** What was found: one JSON a row and seed in docs/results, the models in the cache. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { cache, root } from '../lib/root.mjs';
import { headerOf } from '../lib/safetensors.mjs';
import { writeWhole } from '../lib/write-whole.mjs';

const folder = join(root, 'docs/results');
const models = join(cache, 'results');

export const outcomeFile = (row, seed) => join(folder, `${row.name}-${seed}.json`);
export const tuningFile = ({ name }) => join(folder, 'tuning', `${name}.json`);
export const documentFile = join(root, 'docs/results.md');

/** Where a row's model is, once trained; `what` is added to the name, for the model that a verification trains. */
export function modelFile(row, seed, what = '') {
  mkdirSync(models, { recursive: true });
  return join(models, `${row.name}-${seed}${what}.safetensors`);
}
export const checkpointFile = (name) => {
  mkdirSync(models, { recursive: true });
  return join(models, `${name}.checkpoint`);
};

export const readJson = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;

export function writeText(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, text);
}

export const writeJson = (path, value) => writeText(path, `${JSON.stringify(value, null, 2)}\n`);

/** The machine in neutral words. */
export const machine = () => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  node: process.version,
});

/** Size and SHA-256 of a model file, and the description of the network in its header. */
export function describeModel(path) {
  const bytes = readFileSync(path);
  const { network, training } = headerOf(bytes).header.__metadata__;
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    spec: JSON.parse(network),
    training: JSON.parse(training),
  };
}
