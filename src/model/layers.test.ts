import { describe, expect, test } from 'vitest';
import {
  layerPlans,
  patchElement,
  patchNeuron,
  patchNeurons,
  positionOf,
  receive,
  weightRow,
} from './layers';
import { layerCount, layerSizes, networkName, weightCount, type NetworkSpec } from './network';
import { volley } from './testing';
import { parseNetwork } from './validate';

const spec = parseNetwork({
  convolutions: [
    { channels: 16, kernel: 5, stride: 2 },
    { channels: 32, kernel: 3 },
  ],
  layers: [128, 10],
});

describe('the layers of 784-16c5s2-32c3-128-10', () => {
  test('sizes, name and number of weights', () => {
    expect(networkName(spec)).toBe('784-16c5s2-32c3-128-10');
    expect(layerSizes(spec)).toEqual([784, 12 * 12 * 16, 10 * 10 * 32, 128, 10]);
    expect(layerCount(spec)).toBe(4);
    const weights = 16 * 25 + 32 * 9 * 16 + 3200 * 128 + 128 * 10;
    expect(weightCount(spec)).toBe(weights);
    expect(layerPlans(spec).reduce((sum, plan) => sum + plan.weights, 0)).toBe(weights);
  });

  test('each one of them', () => {
    const [first, second, dense, output] = layerPlans(spec);
    expect(first).toMatchObject({
      kind: 'convolution',
      before: 784,
      inputs: 25,
      rows: 16,
      positions: 144,
      neurons: 2304,
      deadline: 3,
      shape: [16, 5, 5, 1],
    });
    expect(second).toMatchObject({
      inputs: 9 * 16,
      rows: 32,
      positions: 100,
      neurons: 3200,
      deadline: 6,
      shape: [32, 3, 3, 16],
      patch: { before: { columns: 12, rows: 12, channels: 16 } },
    });
    expect(dense).toMatchObject({
      kind: 'dense',
      before: 3200,
      inputs: 3200,
      rows: 128,
      positions: 1,
      shape: [128, 3200],
    });
    expect(dense!.patch).toBeUndefined();
    expect(output).toMatchObject({ layer: 4, inputs: 128, neurons: 10, deadline: 12 });
  });
});

describe('patches', () => {
  const small = parseNetwork({
    input: { width: 6, height: 5 },
    convolutions: [
      { channels: 2, kernel: 2, stride: 1 },
      { channels: 3, kernel: 3, stride: 2 },
    ],
    layers: [4],
  });
  const [first, second, dense] = layerPlans(small) as [never, never, never];

  test('by hand: the second patch of the second row', () => {
    expect([...patchNeurons(first, 6)]).toEqual([7, 8, 13, 14]);
    // The grid before is 5 x 4 of two channels; position 1 starts at column 2.
    expect([...patchNeurons(second, 1)].slice(0, 8)).toEqual([4, 5, 6, 7, 8, 9, 14, 15]);
    expect(patchNeuron(dense, 0, 5)).toBe(5);
  });

  test('elements are the inverse of neurons, and ascend with them', () => {
    for (const plan of [first, second, dense] as ReturnType<typeof layerPlans>) {
      for (let position = 0; position < plan.positions; position++) {
        const neurons = patchNeurons(plan, position);
        expect([...neurons]).toEqual([...neurons].toSorted((a, b) => a - b));
        for (let i = 0; i < plan.before; i++)
          expect(patchElement(plan, position, i)).toBe(neurons.indexOf(i));
      }
    }
  });

  test('a neuron has the weights of its channel and the patch of its position', () => {
    expect(positionOf(second, 4)).toBe(1);
    expect(weightRow(second, 4)).toBe(18);
    expect(positionOf(dense, 3)).toBe(0);
    expect(weightRow(dense, 3)).toBe(3 * 6);
  });

  test('a volley comes as the part that reaches a position, in the same order', () => {
    const times = Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? Infinity : (i % 2) / 2));
    const part = receive(
      first,
      volley(
        times,
        times.map((_, i) => 1 + i),
      ),
      6,
    );
    expect([...part.times]).toEqual([0.5, 0, 0.5, 0]);
    expect([...part.multiplicity]).toEqual([8, 9, 14, 15]);
    expect([...part.order]).toEqual([1, 3, 0, 2]);
    const whole = volley(times);
    expect(receive(dense, whole, 0)).toBe(whole);
  });
});

test.each<[NetworkSpec['convolutions'] | object, string]>([
  [{}, 'convolutions must be a list of layers.'],
  [
    [1, 2, 3].map(() => ({ channels: 1, kernel: 1 })),
    'A network has 0 to 2 convolutional layers, but convolutions lists 3.',
  ],
  [[3], 'convolutions[0] must be an object.'],
  [[{ kernel: 3 }], 'convolutions[0].channels is missing.'],
  [[{ channels: 3 }], 'convolutions[0].kernel is missing.'],
  [[{ channels: 129, kernel: 3 }], 'convolutions[0].channels is 129, but must be from 1 to 128.'],
  [[{ channels: 3, kernel: 9 }], 'convolutions[0].kernel is 9, but must be from 1 to 8.'],
  [
    [{ channels: 3, kernel: 3, stride: 4 }],
    'convolutions[0].stride is 4, but must be from 1 to 3.',
  ],
  [
    [
      { channels: 3, kernel: 8, stride: 8 },
      { channels: 3, kernel: 4 },
    ],
    'convolutions[1].kernel is 4, larger than the layer before (3 x 3).',
  ],
  [
    [{ channels: 64, kernel: 2 }],
    'convolutions[0] has 27 x 27 x 64 = 46656 neurons, but at most 16384 are possible: take fewer channels or a larger stride.',
  ],
])('convolutions that cannot be: %o', (convolutions, message) => {
  expect(() => parseNetwork({ convolutions })).toThrow(message);
});

test('at most four hidden layers', () => {
  const convolutions = [1, 2].map(() => ({ channels: 1, kernel: 1 }));
  expect(() => parseNetwork({ convolutions, layers: [5, 5, 5, 3] })).toThrow(
    'A network has at most 4 hidden layers, but convolutions and layers list 5.',
  );
  expect(layerCount(parseNetwork({ convolutions, layers: [5, 5, 3] }))).toBe(5);
});

test('a network without convolutions has no such key', () => {
  expect(Object.keys(parseNetwork({ convolutions: [] }))).not.toContain('convolutions');
});
