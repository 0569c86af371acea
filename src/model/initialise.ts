/**
 * Initial weights (model.md): w ~ Normal(2 / n_eff, spread / sqrt(n_eff)), from the expected number of presynaptic spikes; in
 * convolutions w ~ Normal(0, 2 spread / sqrt(n_eff)).
 */
import { encode } from './encode';
import { layerPlans } from './layers';
import type { NetworkSpec } from './network';
import { createRandom, STREAM } from './random';
import { RANGES } from './ranges';

/**
 * Mean number of input neurons that spike, over `images` ([count, height, width] bytes).
 * A few hundred images are enough: the standard error over 1,000 MNIST images is below 1 %.
 */
export function measureInputSpikes(spec: NetworkSpec, images: Uint8Array, most = 1000): number {
  const size = spec.input.width * spec.input.height;
  const count = Math.min(most, Math.floor(images.length / size));
  let spikes = 0;
  for (let n = 0; n < count; n++)
    spikes += encode(spec, images.subarray(n * size, (n + 1) * size)).order.length;
  return count === 0 ? 0 : spikes / count;
}

/** Share of a convolution's neurons that spike. */
const CONVOLVED_SHARE = 0.2;
/** How much fuller the patches that hold spikes are than the mean one: ink lies together. */
const CROWDING = 2;
/**
 * A convolution's weights are about 0 and spread this much wider: with positive ones all channels would fire on any ink, at nearly the
 * same time. So one in eight neurons fires, and learns 5 points more in a quarter of an epoch than with the dense layers' rule.
 */
const CONVOLVED_SPREAD = 2;

/**
 * n_eff of every layer: the measured input spikes, then 0.2 N with one hidden layer or 0.65 N with more; at least 1. Of a convolution
 * it is those of a patch that holds any.
 */
export function expectedSpikes(spec: NetworkSpec, inputSpikes: number): number[] {
  const plans = layerPlans(spec);
  const dense = spec.layers.length > 2 ? 0.65 : 0.2;
  return plans.map(({ kind, before, inputs }, l) => {
    const share =
      l === 0
        ? inputSpikes / before
        : plans[l - 1]!.kind === 'convolution'
          ? CONVOLVED_SHARE
          : dense;
    if (kind === 'convolution') return Math.max(1, Math.min(1, CROWDING * share) * inputs);
    return Math.max(1, l === 0 ? inputSpikes : share * before);
  });
}

/**
 * Seeded initial weights, a Float32Array [postsynaptic * presynaptic] (see `LayerPlan.weights`) a layer, row-major.
 * The weights scale with the threshold: V is linear in w, so this keeps the first spike times where they are at theta = 1.
 */
export function initialise(
  spec: NetworkSpec,
  seed: number,
  inputSpikes: number,
  spread: number = RANGES.spread.usual,
): Float32Array<ArrayBuffer>[] {
  const expected = expectedSpikes(spec, inputSpikes);
  return layerPlans(spec).map((plan, l) => {
    const random = createRandom(seed, STREAM.weights, l);
    const convolved = plan.kind === 'convolution';
    const mean = convolved ? 0 : (2 * spec.threshold) / expected[l]!;
    const width = convolved ? CONVOLVED_SPREAD * spread : spread;
    const deviation = (width * spec.threshold) / Math.sqrt(expected[l]!);
    return new Float32Array(plan.weights).map(() => mean + deviation * random.normal());
  });
}
