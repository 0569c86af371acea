/** How large weights and errors are: measured now and then while it trains, on a few training images. */
import { imageAt, type ImageSet } from '../../data/image-set';
import type { Network } from '../../engine/engine';
import { yieldToEventLoop } from '../../engine/shared/yield-to-event-loop';
import type { LossSettings } from '../../model/loss';
import { layerPlans } from '../../model/layers';
import { layerCount, type NetworkSpec } from '../../model/network';
import { backward, forward } from '../../model/step';

export interface NormPoint {
  step: number;
  /** [layers after the input] Euclidean norm of a layer's weights. */
  weights: number[];
  /** [layers after the input] norm of dE/dt over a layer's neurons, the mean over the probe images. */
  errors: number[];
}

/** Synapses times images that one measurement may cost. */
const EFFORT = 2e6;
const MOST_IMAGES = 16;
/** How many points are kept: once there are more, every second one is dropped. */
export const MOST_NORMS = 600;

export function norm(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}

/** How many images a network of this size is measured on: a large one on few. */
export function probeCount(spec: NetworkSpec, available: number): number {
  const synapses = layerPlans(spec).reduce((sum, p) => sum + p.positions * p.weights, 0);
  const affordable = Math.round(EFFORT / synapses);
  return Math.min(available, MOST_IMAGES, Math.max(4, affordable));
}

/** Measures image by image, with room for the page between them; null when `given up` meanwhile. */
export async function measureNorms(
  { spec, weights }: Network,
  step: number,
  set: ImageSet,
  settings: LossSettings,
  givenUp: () => boolean,
): Promise<NormPoint | null> {
  const count = probeCount(spec, set.count);
  const errors = Array.from({ length: layerCount(spec) }, () => 0);
  for (let n = 0; n < count; n++) {
    const index = Math.floor((n * set.count) / count);
    const pass = forward(spec, weights, imageAt(set, index));
    const { deltas } = backward(spec, weights, pass, set.labels[index]!, settings);
    errors.forEach((_, l) => (errors[l]! += norm(deltas[l + 1]!) / count));
    await yieldToEventLoop();
    if (givenUp()) return null;
  }
  return { step, weights: weights.map(norm), errors };
}

/** The points with one more, in the order of steps, at most `most`. */
export function extendNorms(
  points: readonly NormPoint[],
  point: NormPoint,
  most = MOST_NORMS,
): NormPoint[] {
  const all = [...points.filter((p) => p.step < point.step), point];
  return all.length > most ? all.filter((_, i) => (all.length - 1 - i) % 2 === 0) : all;
}
