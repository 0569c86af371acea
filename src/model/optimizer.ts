/** Weight updates from the batch-mean gradient, and the learning rate over a planned run. */

export const OPTIMIZERS = ['adam', 'sgd'] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
export const SGD_MOMENTUM = 0.9;

/** Optimiser state of one layer: Adam's two moments; for SGD `first` is the velocity and `second` stays 0. */
export interface Moments {
  first: Float64Array;
  second: Float64Array;
}

export function createMoments(length: number): Moments {
  return { first: new Float64Array(length), second: new Float64Array(length) };
}

/**
 * One update in place. Adam is bias corrected; SGD is v = 0.9 v + g, w -= rate v.
 * @param step number of updates made before this one
 */
export function update(
  optimizer: OptimizerName,
  weights: Float64Array,
  gradient: ArrayLike<number>,
  moments: Moments,
  rate: number,
  step: number,
): void {
  const { first, second } = moments;
  if (optimizer === 'sgd') {
    for (let i = 0; i < weights.length; i++) {
      first[i] = SGD_MOMENTUM * first[i]! + gradient[i]!;
      weights[i]! -= rate * first[i]!;
    }
    return;
  }
  const correct1 = 1 - ADAM.beta1 ** (step + 1);
  const correct2 = 1 - ADAM.beta2 ** (step + 1);
  for (let i = 0; i < weights.length; i++) {
    const g = gradient[i]!;
    first[i] = ADAM.beta1 * first[i]! + (1 - ADAM.beta1) * g;
    second[i] = ADAM.beta2 * second[i]! + (1 - ADAM.beta2) * g * g;
    weights[i]! -=
      (rate * (first[i]! / correct1)) / (Math.sqrt(second[i]! / correct2) + ADAM.epsilon);
  }
}

/** Cosine decay by step from `rate` to 0 over `total` planned steps; 0 from then on. */
export function cosineRate(rate: number, step: number, total: number): number {
  return step >= total ? 0 : rate * 0.5 * (1 + Math.cos((Math.PI * step) / total));
}

/**
 * Decay of the weights' running average at the update after `step` earlier ones: `decay`, but less at the start, so that the initial
 * weights are soon forgotten. average = d average + (1 - d) w.
 */
export function averageDecay(decay: number, step: number): number {
  return Math.min(decay, (1 + step) / (10 + step));
}
