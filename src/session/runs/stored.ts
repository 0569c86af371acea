/**
 * What lies in the browser's storage is read as a foreign file is: other versions of the page have written there, and what was
 * cut off or changed must not break the page while it is shown. A reader gives a value of its own, of what it knows alone.
 */
import { namedSettings } from '../../files/named-settings';
import { layerPlans } from '../../model/layers';
import { LOSSES } from '../../model/loss';
import { layerCount, type NetworkSpec } from '../../model/network';
import { OPTIMIZERS } from '../../model/optimizer';
import { isWithin, RANGES, type NumberRange } from '../../model/ranges';
import { isStepCount, weightFault } from '../../model/sound';
import { DISTORTIONS, type TrainingSettings } from '../../model/training';
import { parseNetwork } from '../../model/validate';
import type { Origin } from '../network/network';
import type { NormPoint } from '../network/norms';
import type { CurvePoint } from '../training/series';
import type { TestPoint } from '../training/training-state';

/** What lies at a place: nothing, something that a newer page understands, what is damaged, or what was looked for. */
export type Stored<T> =
  | { kind: 'nothing' }
  | { kind: 'newer' }
  | { kind: 'damaged' }
  | { kind: 'sound'; value: T };

/** @throws DamagedError where the value is something else */
export type Reader<T> = (value: unknown) => T;

class DamagedError extends Error {
  override name = 'DamagedError';
}

function where<T>(check: (value: unknown) => boolean): Reader<T> {
  return (value) => {
    if (!check(value)) throw new DamagedError();
    return value as T;
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const text = where<string>((value) => typeof value === 'string');
export const flag = where<boolean>((value) => typeof value === 'boolean');
/** NaN and infinities included: what is measured while training breaks. */
export const measured = where<number>((value) => typeof value === 'number');
export const count = where<number>(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
);
/** Milliseconds since 1970, of a day that a calendar has. */
export const date = where<number>(
  (value) => typeof value === 'number' && value >= 0 && !Number.isNaN(new Date(value).getTime()),
);
export const share = where<number>(
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
);
export const step = where<number>(isStepCount);
const within = (range: NumberRange) => where<number>((value) => isWithin(range, value));

export const oneOf = <const T>(...values: T[]): Reader<T> =>
  where((value) => (values as unknown[]).includes(value));
export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);
/** What an earlier version has not kept. */
export const orElse =
  <T, E>(read: Reader<T>, fallback: E): Reader<T | E> =>
  (value) =>
    value === undefined ? fallback : read(value);

/** Of any length unless one is given; without gaps. */
export const listOf =
  <T>(read: Reader<T>, length?: number): Reader<T[]> =>
  (value) => {
    if (!Array.isArray(value) || (length ?? value.length) !== value.length)
      throw new DamagedError();
    return Array.from(value, (entry) => read(entry));
  };

/** An object with these fields; what is undefined is left out. */
export function record<T extends object>(fields: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  const keys = Object.keys(fields) as (keyof T & string)[];
  return (value) => {
    if (!isObject(value)) throw new DamagedError();
    const found: Partial<T> = {};
    for (const key of keys) {
      const field = fields[key](value[key]);
      if (field !== undefined) found[key] = field;
    }
    return found as T;
  };
}

/** The description of a network, completed; keys that it does not know are kept where a file could hold them. */
export const network: Reader<NetworkSpec> = (value) => {
  if (!isObject(value)) throw new DamagedError();
  return parseNetwork(JSON.parse(JSON.stringify(value)));
};

/** Arrays of the shape of a network's weights, with nothing in them that cannot be computed with. */
export function layersOf(
  spec: NetworkSpec,
  faultOf: (values: Float32Array) => string | null = weightFault,
): Reader<Float32Array<ArrayBuffer>[]> {
  const plans = layerPlans(spec);
  const layer = where<Float32Array<ArrayBuffer>>(
    (value) => value instanceof Float32Array && faultOf(value) === null,
  );
  return (value) => {
    const layers = listOf(layer, plans.length)(value);
    if (layers.some((values, l) => values.length !== plans[l]!.weights)) throw new DamagedError();
    return layers;
  };
}

export const origin = record<Origin>({
  kind: oneOf('shipped', 'file', 'new', 'trained'),
  name: text,
  birth: orElse(
    record({
      seed: within(RANGES.seed),
      threshold: within(RANGES.threshold),
      drive: within(RANGES.inputSpikes),
    }),
    undefined,
  ),
  // Of whatever kind it was kept: what cannot be a setting is left out.
  learned: (value) =>
    isObject(value) ? namedSettings({ training: JSON.stringify(value) }) : undefined,
});

export const settings = record<TrainingSettings>({
  epochs: within(RANGES.epochs),
  batch: within(RANGES.batch),
  learningRate: within(RANGES.learningRate),
  loss: oneOf(...LOSSES),
  margin: within(RANGES.margin),
  temperature: within(RANGES.temperature),
  optimizer: oneOf(...OPTIMIZERS),
  distort: oneOf(...DISTORTIONS),
  ema: within(RANGES.ema),
  seed: within(RANGES.seed),
});

export const tests = listOf(record<TestPoint>({ step, accuracy: share, loss: measured }));

export const curveOf = (spec: NetworkSpec): Reader<CurvePoint[]> =>
  listOf(
    record<CurvePoint>({
      step,
      steps: count,
      loss: measured,
      accuracy: measured,
      spikes: listOf(measured, layerCount(spec) + 1),
      decisionTime: measured,
    }),
  );

export const normsOf = (spec: NetworkSpec): Reader<NormPoint[]> =>
  listOf(
    record<NormPoint>({
      step,
      weights: listOf(measured, layerCount(spec)),
      errors: listOf(measured, layerCount(spec)),
    }),
  );

/** The value of a reader; null where it is damaged in any way. */
export function readOr<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * Tells what lies at a place apart.
 * @param newest format that this page knows
 * @param read throws whatever it likes where the value is damaged
 */
export function readStored<T>(
  value: unknown,
  newest: number,
  read: (fields: Record<string, unknown>) => T,
): Stored<T> {
  if (value === undefined) return { kind: 'nothing' };
  if (!isObject(value)) return { kind: 'damaged' };
  const { format } = value;
  if (!Number.isSafeInteger(format) || (format as number) < 1) return { kind: 'damaged' };
  if ((format as number) > newest) return { kind: 'newer' };
  const found = readOr(() => read(value));
  return found === null ? { kind: 'damaged' } : { kind: 'sound', value: found };
}
