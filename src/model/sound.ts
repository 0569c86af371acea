/** Whether numbers that come from outside, from a file or from storage, can be computed with; every fault is the end of a sentence. */

/**
 * Largest weight: sums of as many ramps as a neuron can have causes stay far from the largest float32, so that all engines
 * agree (16,384 causes of multiplicity 2 and times up to 500 make 1.6e7 of it).
 */
export const MOST_WEIGHT = 1e30;

/** Engines count steps in 32 bits; a training of weeks comes nowhere near. */
export const MOST_STEPS = 2 ** 31 - 1;

/** "holds NaN where a finite number must be (element 3)"; null where all weights are sound. */
export function weightFault(weights: Float32Array): string | null {
  // A loop that gives up NaN, infinities and what is too large in one comparison: networks have millions of weights.
  const at = weights.findIndex((weight) => !(Math.abs(weight) <= MOST_WEIGHT));
  if (at < 0) return null;
  const weight = weights[at]!;
  return Number.isFinite(weight)
    ? `holds ${weight}, but a weight must be between -1e30 and 1e30 (element ${at})`
    : `holds ${weight} where a finite number must be (element ${at})`;
}

/** A mean of squares is never below 0; null where all are sound. */
export function secondMomentFault(moments: Float32Array): string | null {
  const at = moments.findIndex((moment) => !(moment >= 0 && moment < Infinity));
  return at < 0 ? null : `holds ${moments[at]} where a mean of squares must be (element ${at})`;
}

export function isStepCount(step: unknown): step is number {
  return Number.isInteger(step) && (step as number) >= 0 && (step as number) <= MOST_STEPS;
}
