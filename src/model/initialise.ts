/** Initial weights (model.md): w ~ Normal(2 / n_eff, spread / sqrt(n_eff)), from the expected number of presynaptic spikes. */
import { encode } from './encode';
import { layerSizes, type NetworkSpec } from './network';
import { createRandom, STREAM } from './random';

export const DEFAULT_SPREAD = 0.25;

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

/** n_eff of every layer: the measured input spikes, then 0.2 N with one hidden layer or 0.65 N with more; at least 1. */
export function expectedSpikes(spec: NetworkSpec, inputSpikes: number): number[] {
  const sizes = layerSizes(spec);
  const share = spec.layers.length > 2 ? 0.65 : 0.2;
  return spec.layers.map((_, l) => Math.max(1, l === 0 ? inputSpikes : share * sizes[l]!));
}

/**
 * Seeded initial weights, a Float32Array [postsynaptic * presynaptic] a layer, row-major.
 * The weights scale with the threshold: V is linear in w, so this keeps the first spike times where they are at theta = 1.
 */
export function initialise(
  spec: NetworkSpec,
  seed: number,
  inputSpikes: number,
  spread: number = DEFAULT_SPREAD,
): Float32Array<ArrayBuffer>[] {
  const sizes = layerSizes(spec);
  const expected = expectedSpikes(spec, inputSpikes);
  return spec.layers.map((neurons, l) => {
    const random = createRandom(seed, STREAM.weights, l);
    const mean = (2 * spec.threshold) / expected[l]!;
    const deviation = (spread * spec.threshold) / Math.sqrt(expected[l]!);
    return new Float32Array(neurons * sizes[l]!).map(() => mean + deviation * random.normal());
  });
}
