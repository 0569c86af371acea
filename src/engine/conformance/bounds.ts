/**
 * How far rounding can move a spike. An engine in float32 computes each membrane potential with a small error, and the first crossing of the
 * threshold comes later the higher the threshold is: so a spike time computed with any error up to `e` lies between the exact
 * times for the thresholds theta - e and theta + e. Where these lie far apart (a neuron just misses, or just reaches its
 * threshold) the spike time jumps and no tolerance on times would do.
 */
import { firing, type LayerSettings } from '../../model/propagate';
import type { Volley } from '../../model/volley';

/** Relative error of a membrane potential: some 16 float32 roundings of the sum of its terms' magnitudes. */
const RELATIVE_ERROR = 1e-6;
/** Beyond this distance of the two bounds the time is said to jump. */
const JUMP = 1e-3;

export interface FiringBounds {
  /** The exact spike time; +Infinity silent. */
  time: number;
  earliest: number;
  latest: number;
  /** The spike time jumps within the bounds: rounding may decide whether or when the neuron fires. */
  nearTie: boolean;
  /** Rounding can change neither the causal set nor, to speak of, the time. */
  steady: boolean;
}

/**
 * @param row where the neuron's weights start
 * @param tolerance times RELATIVE_ERROR is what is allowed
 */
export function firingBounds(
  presynaptic: Volley,
  weights: ArrayLike<number>,
  row: number,
  settings: LayerSettings,
  tolerance: number,
): FiringBounds {
  const exact = firing(presynaptic, weights, row, settings);
  const time = exact?.time ?? Infinity;
  const end = Math.min(time, settings.deadline);
  let magnitude = settings.threshold;
  for (const i of presynaptic.order) {
    const spike = presynaptic.times[i]!;
    if (spike > end) break;
    const strength = Math.abs(weights[row + i]! * presynaptic.multiplicity[i]!);
    magnitude += strength * (settings.response === 'exponential' ? 2 : end + spike);
  }
  const error = tolerance * RELATIVE_ERROR * magnitude;
  const at = (threshold: number): ReturnType<typeof firing> =>
    firing(presynaptic, weights, row, { ...settings, threshold });
  const early = at(settings.threshold - error);
  const late = at(settings.threshold + error);
  const earliest = early?.time ?? Infinity;
  const latest = late?.time ?? Infinity;
  const jumps = earliest < Infinity && !(latest - earliest <= JUMP);
  return {
    time,
    earliest,
    latest,
    nearTie: jumps,
    steady: !jumps && early?.causal === late?.causal && !(latest - earliest > JUMP / 10),
  };
}

/** Whether a computed time (float32; +Infinity silent) lies within the bounds, the rounding of the time itself included. */
export function isWithin(actual: number, { earliest, latest }: FiringBounds): boolean {
  const slack = (t: number): number => (t === Infinity ? 0 : 4e-7 * (1 + Math.abs(t)));
  return actual >= earliest - slack(earliest) && actual <= latest + slack(latest);
}
