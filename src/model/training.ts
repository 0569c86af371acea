/** What a training run is made of, and which images a step sees: the same for every engine. */
import type { LossName } from './loss';
import type { OptimizerName } from './optimizer';
import { createRandom, STREAM } from './random';
import { isWithin, RANGES, rangeWords } from './ranges';

/** `flip` is for pictures of things: a mirrored shoe is a shoe, a mirrored letter is another. */
export const DISTORTIONS = [
  'none',
  'shift',
  'affine',
  'elastic',
  'affine+elastic',
  'flip',
  'flip+shift',
  'flip+affine',
] as const;
export type Distortion = (typeof DISTORTIONS)[number];

/** What each number may be says the table of ranges. */
export interface TrainingSettings {
  /** Planned epochs: the learning rate's cosine reaches 0 at their end. */
  epochs: number;
  /** Images a step. */
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
  epochs: RANGES.epochs.usual,
  batch: RANGES.batch.usual,
  learningRate: RANGES.learningRate.usual,
  loss: 'heuristic',
  margin: RANGES.margin.usual,
  temperature: RANGES.temperature.usual,
  optimizer: 'adam',
  distort: 'none',
  ema: RANGES.ema.usual,
  seed: RANGES.seed.usual,
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

const NUMBERS = [
  'epochs',
  'batch',
  'learningRate',
  'margin',
  'temperature',
  'ema',
  'seed',
] as const;

/** What is wrong with the numbers of settings, in a sentence; null when nothing is. */
export function settingsProblem(settings: TrainingSettings): string | null {
  const wrong = NUMBERS.find((key) => !isWithin(RANGES[key], settings[key]));
  return wrong === undefined ? null : `${RANGES[wrong].name} must be ${rangeWords(RANGES[wrong])}.`;
}
