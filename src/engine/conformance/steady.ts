/** Samples whose gradients can be compared: rounding changes no causal set in them. */
import type { ImageSet } from '../../data/image-set';
import { forward, layerSettings } from '../../model/step';
import { layerPlans, positionOf, receive, weightRow } from '../../model/layers';
import { classCount } from '../../model/network';
import { createRandom, STREAM } from '../../model/random';
import type { Network } from '../engine';
import { firingBounds } from './bounds';
import { noiseImages, type NoiseOptions } from './samples';

/** Rounding in the layers before adds to a layer's own. */
const MARGIN = 4;

/**
 * `count` images with random labels, taken from seeded noise (a blank image among them,
 * unless there is only one): those on which every neuron's causal set
 * stays as it is under rounding. @throws where most images have to be left out, since such a network tests little.
 * @param pool how many times more are tried; the thousands of neurons of a convolution are seldom all steady
 */
export function steadySet(
  { spec, weights }: Network,
  count: number,
  seed: number,
  tolerance: number,
  noise?: NoiseOptions,
  pool = 1,
): ImageSet {
  const { width, height } = spec.input;
  const size = width * height;
  const candidates = pool * (2 * count + 8);
  const noisy = noiseImages(width, height, candidates, seed, noise);
  const images = new Uint8Array(count * size);
  let found = 0;
  for (let n = count === 1 ? 3 : 0; n < candidates && found < count; n++) {
    const image = noisy.subarray(n * size, (n + 1) * size);
    if (isSteady({ spec, weights }, image, tolerance)) images.set(image, size * found++);
  }
  if (found < count) {
    throw new Error(`Only ${found} of ${candidates} images keep their causal sets under rounding.`);
  }
  const random = createRandom(seed, STREAM.noise, count);
  const classes = classCount(spec);
  const labels = new Uint8Array(count).map(() => random.below(classes));
  return { width, height, count, images, labels, classes };
}

function isSteady({ spec, weights }: Network, image: Uint8Array, tolerance: number): boolean {
  const pass = forward(spec, weights, image);
  return layerPlans(spec).every((plan, l) => {
    const presynaptic = l === 0 ? pass.input : pass.layers[l - 1]!.volley;
    const settings = layerSettings(spec, l + 1);
    let patch = presynaptic;
    for (let j = 0; j < plan.neurons; j++) {
      if (j % plan.rows === 0) patch = receive(plan, presynaptic, positionOf(plan, j));
      const row = weightRow(plan, j);
      if (!firingBounds(patch, weights[l]!, row, settings, MARGIN * tolerance).steady) return false;
    }
    return true;
  });
}
