import { expect, it } from 'vitest';
import { engineWith, mnist, shippedNetwork } from '../../learn/lessons/testing.node';
import { imageAt, type ImageSet } from '../../data/image-set';
import { countTrainSpikes } from '../../engine/shared/outcome';
import { encode } from '../../model/encode';
import { createRandom } from '../../model/random';
import { parseNetwork } from '../../model/validate';
import { inputSpikes } from './input-spikes';

/** Images that get fuller one after the other, so that the first are not like the rest. */
function filling(count: number): ImageSet {
  const random = createRandom(7);
  const images = new Uint8Array(count * 784);
  for (let n = 0; n < count; n++) {
    for (let p = 0; p < 784; p++) {
      if (random.below(count) < n) images[n * 784 + p] = random.below(256);
    }
  }
  return { width: 28, height: 28, count, images, labels: new Uint8Array(count), classes: 10 };
}

it.each([
  { kernel: 1 },
  { polarity: 'both' },
  { kernel: 3, stride: 2 },
  { kernel: 4, stride: 4, train: 'phase' },
  { kernel: 2, stride: 1, train: 'latency-first' },
])('is what the coding gives over all images, not over the first: %o', (coding) => {
  const spec = parseNetwork({ layers: [10], coding, input: { cut: 0.2 } });
  const set = filling(260);
  const sum = { neurons: 0, spikes: 0 };
  for (let n = 0; n < set.count; n++) {
    const { order, multiplicity } = encode(spec, imageAt(set, n));
    sum.neurons += order.length;
    sum.spikes += countTrainSpikes(spec, multiplicity);
  }
  const found = inputSpikes(spec, set)!;
  expect(found.neurons).toBeCloseTo(sum.neurons / set.count, 9);
  expect(found.spikes).toBeCloseTo(sum.spikes / set.count, 9);
});

it('takes images from all of a large set', () => {
  // Blank but for the last half.
  const count = 24_000;
  const images = new Uint8Array(count * 4).fill(255, count * 2);
  const set = { width: 2, height: 2, count, images, labels: new Uint8Array(count), classes: 2 };
  const spec = parseNetwork({ input: { width: 2, height: 2 }, layers: [2] });
  expect(inputSpikes(spec, set)!.neurons).toBeCloseTo(2, 2);
});

it('is, of the page’s test set, what an evaluation of it counts', async () => {
  const set = await mnist('test');
  for (const name of ['784-128-10', '49-128-10']) {
    const network = shippedNetwork(name);
    const engine = await engineWith(network);
    await engine.setData('test', set);
    const { spikesPerImage } = await engine.evaluate('test');
    await engine.dispose();
    expect(inputSpikes(network.spec, set)!.spikes).toBeCloseTo(spikesPerImage.input, 9);
    if (name === '784-128-10') expect(spikesPerImage.input).toBeCloseTo(137.7, 1);
  }
});
