/** Numbers at and beyond the ends of the ranges, said here once more: every reader of a setting is tried with them. */
import type { RANGES } from './ranges';

interface Ends {
  taken: number[];
  refused: number[];
}

const SMALLEST = 2 ** -149;

/** The settings of a training run that are numbers. */
export const TRAINING_ENDS = {
  epochs: { taken: [1, 100, 101, 10_000], refused: [0, 1.5, 10_001] },
  batch: { taken: [1, 1024], refused: [0, 2.5, 1025] },
  learningRate: { taken: [0, 1e-7, 0.5, 10], refused: [-0.001, 10.5] },
  margin: { taken: [SMALLEST, 0.001, 1.5, 100], refused: [-1, 0, 1e-60, 100.5] },
  temperature: { taken: [SMALLEST, 0.001, 1.5, 100], refused: [-1, 0, 1e-60, 100.5] },
  ema: { taken: [0, 0.9995], refused: [-0.5, 1] },
  seed: { taken: [0, 4_294_967_295], refused: [-1, 0.5, 4_294_967_296] },
} satisfies Partial<Record<keyof typeof RANGES, Ends>>;

/** The numbers of a network that stand alone. */
export const NETWORK_ENDS = {
  cut: { taken: [0, 0.25, 0.999], refused: [-0.1, 1] },
  kernel: { taken: [1, 8], refused: [0, 1.5, 9] },
  threshold: { taken: [SMALLEST, 0.5, 100], refused: [-1, 0, 1e-60, 100.5] },
  deadline: { taken: [SMALLEST, 0.5, 100], refused: [-1, 0, 1e-60, 100.5] },
} satisfies Partial<Record<keyof typeof RANGES, Ends>>;

/** One row a number: the key of its range, the number, and whether it is in it. */
export function casesOf<K extends string>(ends: Record<K, Ends>): [K, number, boolean][] {
  return (Object.keys(ends) as K[]).flatMap((key) => [
    ...ends[key].taken.map((value): [K, number, boolean] => [key, value, true]),
    ...ends[key].refused.map((value): [K, number, boolean] => [key, value, false]),
  ]);
}
