/** Checks a network description that comes from outside; every error is one sentence for people. */
import { isBounded } from './bounded';
import { MOST_NAME } from './class-names';
import {
  classCount,
  convolvedGrid,
  DEFAULT_NETWORK,
  gridSize,
  inputGrid,
  POLARITIES,
  TRAIN_CODES,
  type Convolution,
  type Grid,
  type NetworkSpec,
} from './network';
import { MOST_NEURONS, RANGES } from './ranges';
import { said } from './said';

/** A description that cannot be a network. The message is meant to be shown as it is. */
export class NetworkError extends Error {
  override name = 'NetworkError';
}

/** Convolutional and dense hidden layers together. */
export const MOST_HIDDEN = 4;

type Fields = Record<string, unknown>;

function fields(value: unknown, where: string): Fields {
  if (value === undefined) return {};
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new NetworkError(`${where} must be an object.`);
  }
  return value as Fields;
}

function number(
  value: unknown,
  fallback: number,
  where: string,
  low: number,
  high: number,
): number {
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new NetworkError(`${where} must be a number.`);
  }
  if (value < low || value > high) {
    throw new NetworkError(`${where} is ${value}, but must be from ${low} to ${high}.`);
  }
  return value;
}

function whole(value: unknown, fallback: number, where: string, low: number, high: number): number {
  const result = number(value, fallback, where, low, high);
  if (!Number.isInteger(result)) throw new NetworkError(`${where} must be a whole number.`);
  return result;
}

function positive(value: unknown, fallback: number, where: string, high: number): number {
  const result = number(value, fallback, where, 0, high);
  if (result === 0) throw new NetworkError(`${where} must be greater than 0.`);
  if (Math.fround(result) === 0) {
    throw new NetworkError(
      `${where} is ${result}, which is 0 in the engines' float32: make it larger.`,
    );
  }
  return result;
}

function choice<T extends string>(value: unknown, fallback: T, where: string, of: readonly T[]): T {
  if (value === undefined) return fallback;
  if (!of.includes(value as T)) {
    const names = of.map((o) => `"${o}"`);
    const all = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
    throw new NetworkError(`${where} must be ${all}.`);
  }
  return value as T;
}

function layers(value: unknown): number[] {
  if (value === undefined) return [...DEFAULT_NETWORK.layers];
  if (!Array.isArray(value)) throw new NetworkError('layers must be a list of layer sizes.');
  const most = RANGES.hiddenLayers.range[1] + 1;
  if (value.length < 1 || value.length > most) {
    throw new NetworkError(
      `A network has 0 to ${most - 1} hidden layers and an output layer, but layers lists ${value.length} sizes.`,
    );
  }
  return value.map((size: unknown, l) => {
    const last = l === value.length - 1;
    const [low, high] = last ? RANGES.classes.range : RANGES.hiddenSize.range;
    const where = last ? 'The number of classes' : `The size of hidden layer ${l + 1}`;
    if (size === undefined || size === null) throw new NetworkError(`${where} is missing.`);
    return whole(size, 0, where, low, high);
  });
}

/** Names of the classes, each of which can be seen; null where there are none, or not as many as classes. */
function classNames(value: unknown, classes: number): string[] | null {
  if (value === undefined) return null;
  if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) {
    throw new NetworkError('classNames must be a list of names.');
  }
  const names = value.map((name: string) => said(name.trim(), MOST_NAME));
  return names.length === classes && names.every(Boolean) ? names : null;
}

/** The convolutional layers over an input of `grid`. */
function convolutions(value: unknown, grid: Grid, hidden: number): Convolution[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new NetworkError('convolutions must be a list of layers.');
  const most = RANGES.convolutions.range[1];
  if (value.length > most) {
    throw new NetworkError(
      `A network has 0 to ${most} convolutional layers, but convolutions lists ${value.length}.`,
    );
  }
  if (value.length + hidden > MOST_HIDDEN) {
    throw new NetworkError(
      `A network has at most ${MOST_HIDDEN} hidden layers, but convolutions and layers list ${value.length + hidden}.`,
    );
  }
  let before = grid;
  return value.map((entry: unknown, l) => {
    const where = `convolutions[${l}]`;
    const given = fields(entry, where);
    for (const key of ['channels', 'kernel']) {
      if (given[key] === undefined) throw new NetworkError(`${where}.${key} is missing.`);
    }
    const channels = whole(given.channels, 0, `${where}.channels`, ...RANGES.channels.range);
    const kernel = whole(given.kernel, 0, `${where}.kernel`, ...RANGES.kernel.range);
    const stride = whole(given.stride, 1, `${where}.stride`, 1, kernel);
    if (kernel > Math.min(before.columns, before.rows)) {
      throw new NetworkError(
        `${where}.kernel is ${kernel}, larger than the layer before (${before.columns} x ${before.rows}).`,
      );
    }
    const convolution = { channels, kernel, stride };
    before = convolvedGrid(before, convolution);
    if (gridSize(before) > MOST_NEURONS) {
      throw new NetworkError(
        `${where} has ${before.columns} x ${before.rows} x ${channels} = ${gridSize(before)} neurons, but at most ${MOST_NEURONS} are possible: take fewer channels or a larger stride.`,
      );
    }
    return { ...given, ...convolution };
  });
}

/**
 * Completes and checks a network description. A missing key takes the default, unknown keys are kept: to a depth and size that
 * an engine can be told and a file can hold.
 * @throws NetworkError naming the first thing that is wrong.
 */
export function parseNetwork(value: unknown): NetworkSpec {
  const top = fields(value, 'The network description');
  if (!isBounded(top)) {
    throw new NetworkError(
      'The network description holds lists nested too deeply, or too much besides the network: take out what no network needs.',
    );
  }
  const input = fields(top.input, 'input');
  const coding = fields(top.coding, 'coding');
  const d = DEFAULT_NETWORK;
  const width = whole(input.width, d.input.width, 'input.width', ...RANGES.side.range);
  const height = whole(input.height, d.input.height, 'input.height', ...RANGES.side.range);
  const cut = number(input.cut, d.input.cut, 'input.cut', ...RANGES.cut.range);
  if (cut >= 1) throw new NetworkError('input.cut must be below 1, or no pixel would ever spike.');
  const kernel = whole(coding.kernel, d.coding.kernel, 'coding.kernel', ...RANGES.kernel.range);
  if (kernel > Math.min(width, height)) {
    throw new NetworkError(
      `coding.kernel is ${kernel}, larger than the image (${width} x ${height}).`,
    );
  }
  const { polarity: seen, ...codingRest } = coding;
  const polarity = choice(seen, 'ink', 'coding.polarity', POLARITIES);
  if (polarity === 'both' && kernel > 1) {
    throw new NetworkError(
      `coding.polarity is "both", which needs a kernel of 1, but coding.kernel is ${kernel}: patches have ink alone.`,
    );
  }
  const { convolutions: listed, classNames: named, ...rest } = top;
  const spec: NetworkSpec = {
    ...rest,
    input: { ...input, width, height, cut },
    coding: {
      ...codingRest,
      kernel,
      stride: whole(coding.stride, kernel, 'coding.stride', 1, kernel),
      train: choice(coding.train, d.coding.train, 'coding.train', TRAIN_CODES),
      // With ink alone the key is missing, so that such a network is written as it always was.
      ...(polarity === 'both' && { polarity }),
    },
    response: choice(top.response, d.response, 'response', [
      'average-delay',
      'exponential',
    ] as const),
    layers: layers(top.layers),
    threshold: positive(top.threshold, d.threshold, 'threshold', RANGES.threshold.range[1]),
    deadline: positive(top.deadline, d.deadline, 'deadline', RANGES.deadline.range[1]),
  };
  const first = convolutions(listed, inputGrid(spec), spec.layers.length - 1);
  const names = classNames(named, classCount(spec));
  // Without any the keys are missing, so that such a network is written as it always was.
  return {
    ...spec,
    ...(names && { classNames: names }),
    ...(first.length > 0 && { convolutions: first }),
  };
}
