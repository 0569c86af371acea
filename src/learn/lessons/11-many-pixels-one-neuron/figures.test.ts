import { expect, test } from 'vitest';
import { imageAt } from '../../../data/image-set';
import { spikeTrain } from '../../../model/encode';
import { explain } from '../../../view/scene/explain-scene';
import { DEFAULT_NETWORK, inputCount, patchGrid, weightCount } from '../../../model/network';
import { forward } from '../../../model/step';
import { engineWith, mnist, shippedNetwork } from '../testing.node';
import { figures } from './figures';

const { spec, weights } = shippedNetwork(figures.model);

test('the network', async () => {
  expect(inputCount(spec)).toBe(figures.inputs);
  expect(weightCount(spec)).toBe(figures.weights);
  expect(weightCount(DEFAULT_NETWORK)).toBe(figures.weightsUnpacked);
  expect(spec.coding.kernel).toBe(figures.kernel);
  expect(spec.coding.kernel ** 2).toBe(figures.pixels);
  const engine = await engineWith({ spec, weights });
  await engine.setData('test', await mnist('test'));
  expect((await engine.evaluate('test')).accuracy).toBe(figures.accuracy);
  await engine.dispose();
});

test('what makes hidden 88 fire', async () => {
  const image = imageAt(await mnist('test'), 0);
  const { answer, input, layers } = forward(spec, weights, image);
  expect(answer.class).toBe(figures.answer);
  const volleys = [input, ...layers.map(({ volley }) => volley)];
  const { patch, hidden, hiddenTime } = figures;
  const { contributions } = explain(spec, weights, volleys, { layer: 1, neuron: hidden });
  expect(layers[0]!.volley.times[hidden]).toBeCloseTo(hiddenTime, 3);
  const largest = contributions.toSorted((a, b) => b.adds - a.adds)[0]!;
  expect(largest.presynaptic).toBe(patch.neuron);
  expect(largest.adds).toBeCloseTo(patch.adds, 3);
  expect(patch.y * patchGrid(spec).columns + patch.x).toBe(patch.neuron);
  const train = spikeTrain(spec, image, patch.neuron);
  expect(train).toHaveLength(patch.spikes);
  const mean = train.reduce((sum, { time }) => sum + time, 0) / train.length;
  expect(mean).toBeCloseTo(patch.mean, 3);
  expect(input.times[patch.neuron]).toBeCloseTo(mean, 6);
  expect(input.multiplicity[patch.neuron]).toBeCloseTo(patch.multiplicity, 2);
});
