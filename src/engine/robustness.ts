/** Accuracy against the level of one imperfection: a curve, each point over a few seeds of the noise. */
import { IMPERFECTIONS, PRECISE, type Imperfection, type Imprecision } from '../model/imprecise';
import type { Engine } from './engine';

export interface RobustnessPoint {
  level: number;
  /** The noise's seeds; only one where there is nothing random. */
  seeds: number[];
  /** [seeds] share of correct answers, [0, 1]. */
  accuracies: number[];
  /** Their mean. */
  accuracy: number;
  lowest: number;
  highest: number;
  /** Mean share of images for which no output spike arrived, [0, 1]. */
  noOutputSpike: number;
  images: number;
}

export interface RobustnessPlan {
  /** What the levels are of. */
  imperfection: Imperfection;
  levels: readonly number[];
  /** The hardware otherwise; its seed is the first. */
  base: Imprecision;
  /** Seeds a point. */
  repeats: number;
  /** Only the first images; all without. */
  limit?: number | undefined;
}

/** Whether another seed of the noise can change anything. */
export function isRandom({ jitter, dead, dropped }: Imprecision): boolean {
  return jitter > 0 || dead > 0 || dropped > 0;
}

/** The levels of a curve, best first, each once; `present` is among them. */
export function curveLevels(imperfection: Imperfection, present: number): number[] {
  const levels = [...new Set([...IMPERFECTIONS[imperfection].levels, present])];
  return levels.toSorted((a, b) => (imperfection === 'bits' ? b - a : a - b));
}

/** "as trained" and the like: the level at which an imperfection is none. */
export const perfect = (imperfection: Imperfection): number => PRECISE[imperfection];

/** What a plan evaluates, in order. */
export function planRobustness({ imperfection, levels, base, repeats }: RobustnessPlan) {
  return levels.map((level) => {
    const at = { ...base, [imperfection]: level };
    const seeds = Array.from(
      { length: isRandom(at) ? repeats : 1 },
      (_, n) => (base.seed + n) >>> 0,
    );
    return { level, hardware: seeds.map((seed): Imprecision => ({ ...at, seed })) };
  });
}

/**
 * Walks a plan on the test set of an engine, a point after the other.
 * @param progress share of the evaluations done, [0, 1]
 */
export async function* robustness(
  engine: Pick<Engine, 'evaluateImprecise'>,
  plan: RobustnessPlan,
  progress: (share: number) => void = () => undefined,
): AsyncGenerator<RobustnessPoint> {
  const points = planRobustness(plan);
  const total = points.reduce((sum, { hardware }) => sum + hardware.length, 0);
  let done = 0;
  for (const { level, hardware } of points) {
    const accuracies: number[] = [];
    let silent = 0;
    let images = 0;
    for (const how of hardware) {
      const limit = plan.limit === undefined ? {} : { limit: plan.limit };
      const result = await engine.evaluateImprecise('test', how, limit);
      accuracies.push(result.accuracy);
      images = result.images;
      silent += result.noOutputSpike / Math.max(1, images);
      progress(++done / total);
    }
    yield {
      level,
      seeds: hardware.map(({ seed }) => seed),
      accuracies,
      accuracy: accuracies.reduce((a, b) => a + b, 0) / accuracies.length,
      lowest: Math.min(...accuracies),
      highest: Math.max(...accuracies),
      noOutputSpike: silent / accuracies.length,
      images,
    };
  }
}
