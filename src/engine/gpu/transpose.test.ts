import { expect, test } from 'vitest';
import { fromRows, toRows } from './transpose';

test('a presynaptic neuron has its weights side by side, both sides padded to fours', () => {
  const weights = Float32Array.from([1, 2, 3, 10, 20, 30]);
  const rows = toRows(weights, 3, 2);
  expect([...rows]).toEqual([1, 10, 0, 0, 2, 20, 0, 0, 3, 30, 0, 0, 0, 0, 0, 0]);
  expect(fromRows(rows, 3, 2)).toEqual(weights);
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
