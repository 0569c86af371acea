/** What a training run is made of, and which images a step sees: the same for every engine. */
import type { LossName } from './loss';
import type { OptimizerName } from './optimizer';
import { createRandom, STREAM } from './random';

export type Distortion = 'none' | 'shift' | 'affine' | 'elastic' | 'affine+elastic';

export interface TrainingSettings {
  /** Planned epochs: the learning rate's cosine reaches 0 at their end. */
  epochs: number;
  /** Images a step, 1 to 1024. */
  batch: number;
  learningRate: number;
  loss: LossName;
  /** Lead g of the heuristic loss. */
  margin: number;
  /** tau of the cross-entropy. */
  temperature: number;
  optimizer: OptimizerName;
  distort: Distortion;
  /** Decay of the running average of the weights over steps (0: none is kept). */
  ema: number;
  /** Seed of weights, order and distortions. */
  seed: number;
}

export const DEFAULT_TRAINING: TrainingSettings = {
  epochs: 3,
  batch: 64,
  learningRate: 2e-3,
  loss: 'heuristic',
  margin: 0.1,
  temperature: 0.04,
  optimizer: 'adam',
  distort: 'none',
  ema: 0,
  seed: 1,
};

/** The default learning rate: 2e-3, and 1e-3 for runs over 10 epochs. */
export function defaultLearningRate(epochs: number): number {
  return epochs > 10 ? 1e-3 : 2e-3;
}

/** Steps of one epoch: the last batch may be smaller. */
export function stepsPerEpoch(images: number, batch: number): number {
  return Math.ceil(images / batch);
}

/** The order in which an epoch visits its images: a seeded permutation (Fisher-Yates). */
export function epochOrder(images: number, seed: number, epoch: number): Uint32Array<ArrayBuffer> {
  const random = createRandom(seed, STREAM.order, epoch);
  const result = new Uint32Array(images);
  for (let i = 0; i < images; i++) {
    const j = random.below(i + 1);
    result[i] = result[j]!;
    result[j] = i;
  }
  return result;
}
