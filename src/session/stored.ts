/**
 * What lies in the browser's storage is checked as a foreign file is: other versions of the page have written there, and what
 * was cut off or changed must not break the page while it is shown.
 */
import { checkSettings } from '../engine/shared/checks';
import { layerPlans } from '../model/layers';
import { layerCount, type NetworkSpec } from '../model/network';
import { isStepCount, weightFault } from '../model/sound';
import { DEFAULT_TRAINING, type TrainingSettings } from '../model/training';
import { parseNetwork } from '../model/validate';

/** What lies at a place: nothing, something that a newer page understands, what is damaged, or what was looked for. */
export type Stored<T> =
  | { kind: 'nothing' }
  | { kind: 'newer' }
  | { kind: 'damaged' }
  | { kind: 'sound'; value: T };

/** Whether a value is what it should be. */
export type Check = (value: unknown) => boolean;

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

export const isText: Check = (value) => typeof value === 'string';
/** NaN and infinities included: what is measured while training breaks. */
export const isNumber: Check = (value) => typeof value === 'number';
export const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const isShare: Check = (value) =>
  isNumber(value) && Math.abs((value as number) - 0.5) <= 0.5;
export const isStep: Check = isStepCount;

export const oneOf =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value);
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const listOf =
  (check: Check, length?: number): Check =>
  (value) =>
    Array.isArray(value) && (length ?? value.length) === value.length && value.every(check);
/** An object whose fields are right; it may have others. */
export function record(fields: Record<string, Check>): Check {
  const checks = Object.entries(fields);
  return (value) => isObject(value) && checks.every(([key, check]) => check(value[key]));
}

/** The parts that all kinds of kept runs share. */
export const isOrigin = record({
  kind: oneOf('shipped', 'file', 'new', 'trained'),
  name: isText,
  birth: optional(record({ seed: isCount, threshold: isNumber, drive: isNumber })),
});

export const isTests = listOf(record({ step: isStep, accuracy: isShare, loss: isNumber }));

const hasSettings = record({
  ...Object.fromEntries(Object.keys(DEFAULT_TRAINING).map((key) => [key, isNumber])),
  loss: oneOf('heuristic', 'cross-entropy'),
  optimizer: oneOf('adam', 'sgd'),
  distort: oneOf('none', 'shift', 'affine', 'elastic', 'affine+elastic'),
  seed: isCount,
});

export const isSettings: Check = (value) => {
  try {
    if (!hasSettings(value)) return false;
    checkSettings(value as TrainingSettings);
    return true;
  } catch {
    return false;
  }
};

export const isCurve = (spec: NetworkSpec): Check =>
  listOf(
    record({
      step: isStep,
      steps: isCount,
      loss: isNumber,
      accuracy: isNumber,
      spikes: listOf(isNumber, layerCount(spec) + 1),
      decisionTime: isNumber,
    }),
  );

export const isNorms = (spec: NetworkSpec): Check =>
  listOf(
    record({
      step: isStep,
      weights: listOf(isNumber, layerCount(spec)),
      errors: listOf(isNumber, layerCount(spec)),
    }),
  );

/** Arrays of the shape of a network's weights, with nothing in them that cannot be computed with. */
export const isLayers =
  (spec: NetworkSpec, faultOf: (values: Float32Array) => string | null = weightFault): Check =>
  (value) => {
    const plans = layerPlans(spec);
    return (
      Array.isArray(value) &&
      value.length === plans.length &&
      plans.every((plan, l) => {
        const layer: unknown = value[l];
        return (
          layer instanceof Float32Array && layer.length === plan.weights && faultOf(layer) === null
        );
      })
    );
  };

/**
 * Tells what lies at a place apart.
 * @param newest format that this page knows
 * @param read the value where it is sound, null where it is not
 */
export function readStored<T>(
  value: unknown,
  newest: number,
  read: (value: Fields) => T | null,
): Stored<T> {
  if (value === undefined) return { kind: 'nothing' };
  if (!isObject(value)) return { kind: 'damaged' };
  const { format } = value;
  if (typeof format === 'number' && format > newest) return { kind: 'newer' };
  if (!isCount(format) || format === 0) return { kind: 'damaged' };
  const found = read(value);
  return found === null ? { kind: 'damaged' } : { kind: 'sound', value: found };
}

/** The description of a network, completed; null where it is none. */
export function storedNetwork(value: unknown): NetworkSpec | null {
  try {
    return value === undefined ? null : parseNetwork(value);
  } catch {
    return null;
  }
}
