/** Model files: sound ones with header, description and numbers changed. */
import { likelyDescription } from '../../src/files/describe-weights';
import { float32Tensor } from '../../src/files/floats';
import {
  readModel,
  UndescribedError,
  writeModel,
  type ModelFile,
} from '../../src/files/model-file';
import { ModelFileError } from '../../src/files/model-file-error';
import { leftOutSentence } from '../../src/files/optimizer-state';
import { readSafetensors, writeSafetensors, type Tensor } from '../../src/files/safetensors';
import { initialise } from '../../src/model/initialise';
import { weightCount, type NetworkSpec } from '../../src/model/network';
import { createCpuEngine } from '../../src/engine/cpu/engine';
import type { Engine, Network } from '../../src/engine/engine';
import { createReferenceEngine } from '../../src/engine/reference/reference';
import type { Random } from '../../src/model/random';
import { parseNetwork } from '../../src/model/validate';
import { changeBytes } from './change-bytes';
import { changedJson } from './change-json';
import { chance, pick } from './dice';
import { require, requireSentence, type Target } from './target';

type Bytes = Uint8Array<ArrayBuffer>;

function sound(spec: NetworkSpec, trained: boolean): Bytes {
  const weights = initialise(spec, 1, 6);
  const ones = weights.map((w) => w.map(() => 1));
  const optimizer = { step: 7, first: weights, second: ones, average: weights };
  const training = JSON.stringify({ seed: 1 });
  return writeModel({ spec, weights, metadata: { training }, ...(trained && { optimizer }) });
}

const DENSE = parseNetwork({ input: { width: 4, height: 4 }, layers: [5, 3] });

/** The same weights as other programs save them. */
function foreign(dtype: 'F32' | 'F64', metadata: Record<string, string>): Bytes {
  const tensors = new Map<string, Tensor>();
  initialise(DENSE, 1, 6).forEach((weights, l) => {
    const shape = [
      [5, 16],
      [3, 5],
    ][l]!;
    const bytes = new Uint8Array(Float64Array.from(weights).buffer);
    const tensor = dtype === 'F32' ? float32Tensor(shape, weights) : { dtype, shape, bytes };
    tensors.set(`fc${l}.weight`, tensor);
  });
  return writeSafetensors({ tensors, metadata });
}

const SOUND: Bytes[] = [
  sound(DENSE, false),
  sound(DENSE, true),
  sound(
    parseNetwork({
      input: { width: 6, height: 5 },
      coding: { kernel: 2, stride: 1, train: 'phase' },
      response: 'exponential',
      layers: [4],
    }),
    true,
  ),
  sound(
    parseNetwork({
      input: { width: 6, height: 6 },
      convolutions: [{ channels: 2, kernel: 3, stride: 2 }],
      layers: [2],
    }),
    false,
  ),
  sound(
    parseNetwork({
      input: { width: 5, height: 5 },
      coding: { polarity: 'both' },
      convolutions: [{ channels: 2, kernel: 3, stride: 2 }],
      layers: [2],
    }),
    true,
  ),
  foreign('F32', {}),
  foreign('F64', { format: 'pt' }),
];

/** A file of any header before the same tensors; now and then of another length than it says. */
function withHeader(random: Random, file: Bytes, header: string): Bytes {
  const start = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + json.length + file.length - start);
  const length = chance(random, 0.03) ? pick(random, [0, 1, 2 ** 24, 2 ** 40]) : json.length;
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length), true);
  bytes.set(json, 8);
  bytes.set(file.subarray(start), 8 + json.length);
  return bytes;
}

function headerOf(file: Bytes): Record<string, unknown> {
  const { tensors, metadata } = readSafetensors(file);
  const header: Record<string, unknown> = { __metadata__: metadata };
  let at = 0;
  for (const [name, { dtype, shape, bytes }] of tensors) {
    header[name] = { dtype, shape, data_offsets: [at, at + bytes.length] };
    at += bytes.length;
  }
  return header;
}

const ODD_FLOATS = [NaN, Infinity, -Infinity, 3e38, -1e31, 1e30, 1e-45, -0, -1, 0];

function withOddNumbers(random: Random, file: Bytes): Bytes {
  const { tensors, metadata } = readSafetensors(file.slice());
  for (const { dtype, bytes } of tensors.values()) {
    if (chance(random, 0.5)) continue;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (dtype === 'I64')
      view.setBigInt64(0, pick(random, [-1n, 0n, 2n ** 31n, 2n ** 53n - 1n, 2n ** 63n - 1n]), true);
    else if (dtype === 'F64')
      view.setFloat64(
        8 * random.below(bytes.length / 8),
        pick(random, [...ODD_FLOATS, 1e300]),
        true,
      );
    else view.setFloat32(4 * random.below(bytes.length / 4), pick(random, ODD_FLOATS), true);
  }
  return writeSafetensors({ tensors, metadata });
}

function make(random: Random): Bytes {
  const file = pick(random, SOUND);
  const way = random.below(10);
  if (way < 2) return changeBytes(random, file);
  if (way < 4) return withOddNumbers(random, file);
  const header = headerOf(file);
  const metadata = header.__metadata__ as Record<string, string>;
  if (way < 8 && metadata.network !== undefined) {
    const network = changedJson(random, JSON.parse(metadata.network));
    return withHeader(
      random,
      file,
      JSON.stringify({ ...header, __metadata__: { ...metadata, network } }),
    );
  }
  return withHeader(random, file, changedJson(random, header));
}

function read(file: Bytes): ModelFile | undefined {
  try {
    return readModel(file);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    requireSentence(error.message);
    if (!(error instanceof UndescribedError)) return undefined;
    return readModel(file, (weights) => likelyDescription(weights, { width: 4, height: 4 }));
  }
}

/** What the page and the commands do with a model once it is open. */
async function takeUp({ spec, weights, ...rest }: ModelFile): Promise<void> {
  structuredClone(spec);
  const written = readModel(writeModel({ spec, weights, ...rest }));
  require(JSON.stringify(written.spec) === JSON.stringify(spec), 'Another network comes back.');
  const same = (layer: Float32Array, l: number): boolean =>
    layer.every((weight, i) => Object.is(weight, weights[l]![i]));
  require(written.weights.every(same), 'Other weights come back.');
  require(written.unsound === undefined, 'What was sound is not any more.');
  if (weightCount(spec) > 1e5) return;
  const right = await outputTimes(createReferenceEngine(), { spec, weights });
  cpu ??= createCpuEngine({ threads: 1 });
  const found = await outputTimes(await cpu, { spec, weights });
  const close = (time: number, i: number): boolean =>
    time === found[i] || Math.abs(time - found[i]!) <= TOLERANCE * time;
  require(right.every(close), `The engines disagree: ${right.join(', ')} and ${found.join(', ')}`);
}

/** Relative tolerance of spike times, which the engines compute in float32. */
const TOLERANCE = 1e-3;

let cpu: Promise<Engine> | undefined;

/** Spike times of the outputs for one image. */
async function outputTimes(engine: Engine, network: Network): Promise<number[]> {
  await engine.setNetwork(network);
  const { width, height } = network.spec.input;
  const images = Uint8Array.from({ length: width * height }, (_, i) => (i * 37) % 256);
  const [run] = await engine.run({ width, height, count: 1, images });
  for (const { times } of run!.layers) {
    require(times.every((time) => time >= 0), 'A spike at no time.');
  }
  return [...run!.layers.at(-1)!.times];
}

export const models: Target = {
  name: 'models',
  make: (random) => ({ 'model.safetensors': make(random) }),
  async attempt({ 'model.safetensors': file }) {
    let model: ModelFile | undefined;
    try {
      model = read(file as Bytes);
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw error;
      requireSentence(error.message);
    }
    if (!model) return;
    if (model.unsound !== undefined) requireSentence(leftOutSentence(model.unsound));
    await takeUp(model);
  },
};
