import { expect, test } from 'vitest';
import {
  classCount,
  DEFAULT_NETWORK,
  inputCount,
  layerDeadline,
  layerSizes,
  networkName,
  patchGrid,
  weightCount,
} from './network';
import { parseNetwork } from './validate';
import { order, volleyOf } from './volley';

test('the default network is 784-128-10', () => {
  expect(networkName(DEFAULT_NETWORK)).toBe('784-128-10');
  expect(layerSizes(DEFAULT_NETWORK)).toEqual([784, 128, 10]);
  expect(weightCount(DEFAULT_NETWORK)).toBe(784 * 128 + 128 * 10);
  expect(classCount(DEFAULT_NETWORK)).toBe(10);
  expect(layerDeadline(DEFAULT_NETWORK, 2)).toBe(6);
});

test.each([
  [1, 1, 784],
  [2, 2, 196],
  [4, 2, 169],
  [4, 4, 49],
  [5, 3, 64],
])('28 x 28 packed with kernel %i, stride %i has %i inputs', (kernel, stride, inputs) => {
  expect(inputCount(parseNetwork({ coding: { kernel, stride } }))).toBe(inputs);
});

test('an image that is not square has a grid that is not', () => {
  const spec = parseNetwork({ input: { width: 9, height: 4 }, coding: { kernel: 3, stride: 2 } });
  expect(patchGrid(spec)).toEqual({ columns: 4, rows: 1 });
});

test('order: earliest first, equal times by index, silent neurons left out', () => {
  expect([...order([0.5, Infinity, 0.25, 0.5, 0])]).toEqual([4, 2, 0, 3]);
  const volley = volleyOf(Float64Array.from([1, Infinity]));
  expect([...volley.multiplicity]).toEqual([1, 0]);
  expect([...volley.order]).toEqual([0]);
});
