import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_TRAINING, defaultLearningRate, epochOrder, stepsPerEpoch } from './training';

test("an epoch's order is a permutation", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(), fc.nat(50), (images, seed, epoch) => {
      const order = epochOrder(images, seed, epoch);
      expect(order).toHaveLength(images);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: images }, (_, i) => i));
      expect(epochOrder(images, seed, epoch)).toEqual(order);
    }),
    { seed: 11 },
  );
});

test('every place is as likely for every image, and epochs and seeds differ', () => {
  const places = new Uint32Array(10 * 10);
  const epochs = 5000;
  for (let epoch = 0; epoch < epochs; epoch++) {
    epochOrder(10, 1, epoch).forEach((image, place) => places[image * 10 + place]!++);
  }
  const expected = epochs / 10;
  const chi = places.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
  // 81 degrees of freedom: mean 81, deviation 12.7.
  expect(Math.abs(chi - 81)).toBeLessThan(4 * 12.7);
  expect(epochOrder(100, 1, 0)).not.toEqual(epochOrder(100, 1, 1));
  expect(epochOrder(100, 1, 0)).not.toEqual(epochOrder(100, 2, 0));
});

test('steps an epoch, and the default learning rate', () => {
  expect(stepsPerEpoch(60_000, 64)).toBe(938);
  expect(stepsPerEpoch(128, 64)).toBe(2);
  expect(stepsPerEpoch(1, 64)).toBe(1);
  expect(defaultLearningRate(10)).toBe(2e-3);
  expect(defaultLearningRate(11)).toBe(1e-3);
  expect(DEFAULT_TRAINING.learningRate).toBe(defaultLearningRate(DEFAULT_TRAINING.epochs));
});
