import { expect, test } from 'vitest';
import { fromRows, paddedCount, paddedIndex, toRows } from './transpose';

test('a presynaptic neuron has its weights side by side, both sides padded to fours', () => {
  const weights = Float32Array.from([1, 2, 3, 10, 20, 30]);
  const rows = toRows(weights, 3, 2);
  expect([...rows]).toEqual([1, 10, 0, 0, 2, 20, 0, 0, 3, 30, 0, 0, 0, 0, 0, 0]);
  expect(fromRows(rows, 3, 2)).toEqual(weights);
});

test('behind a convolution the channels of each position are padded', () => {
  const weights = Float32Array.from([1, 2, 3, 4, 5, 6]);
  expect([...toRows(weights, 6, 1, 3)].filter((_, n) => n % 4 === 0)).toEqual([
    1, 2, 3, 0, 4, 5, 6, 0,
  ]);
  expect(fromRows(toRows(weights, 6, 1, 3), 6, 1, 3)).toEqual(weights);
  expect(paddedCount(6, 3)).toBe(8);
  expect([0, 2, 3, 5].map((i) => paddedIndex(i, 3))).toEqual([0, 2, 4, 6]);
});

test.each([
  [1, 1],
  [784, 128],
  [5, 7],
  [4, 8],
])('there and back, %i to %i', (presynaptic, postsynaptic) => {
  const weights = Float32Array.from({ length: presynaptic * postsynaptic }, (_, n) => n + 0.5);
  expect(fromRows(toRows(weights, presynaptic, postsynaptic), presynaptic, postsynaptic)).toEqual(
    weights,
  );
});
