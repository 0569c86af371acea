import { expect, it } from 'vitest';
import { DEFAULT_NETWORK } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import { changeCost, fittedTo } from './network';

it('knows which changes keep the weights', () => {
  const base = DEFAULT_NETWORK;
  expect(changeCost(base, { ...base })).toBe('none');
  for (const spec of [
    { ...base, threshold: 2 },
    { ...base, deadline: 1 },
    { ...base, input: { ...base.input, cut: 0.3 } },
  ]) {
    expect(changeCost(base, spec)).toBe('keeps weights');
  }
  for (const spec of [
    { ...base, layers: [64, 10] },
    { ...base, response: 'exponential' as const },
    { ...base, coding: { kernel: 2, stride: 2, train: 'latency' as const } },
    { ...base, coding: { ...base.coding, train: 'phase' as const } },
    { ...base, coding: { ...base.coding, polarity: 'both' as const } },
    { ...base, input: { ...base.input, width: 20 } },
    { ...base, convolutions: [{ channels: 2, kernel: 3, stride: 2 }] },
  ]) {
    expect(changeCost(base, spec)).toBe('new network');
  }
});

it('takes both polarities to other images, not to points', () => {
  const both = parseNetwork({ coding: { polarity: 'both' }, layers: [20, 10] });
  expect(fittedTo(both, { width: 16, height: 12, classes: 3 }).coding).toEqual(both.coding);
  expect(fittedTo(both, { width: 5, height: 1, classes: 2 }).coding).toEqual(
    DEFAULT_NETWORK.coding,
  );
});

it('fits a description to images, without convolutions where these are too small', () => {
  const convolutions = [{ channels: 4, kernel: 5, stride: 2 }];
  const base = parseNetwork({ coding: { kernel: 2 }, convolutions, layers: [20, 10] });
  const large = fittedTo(base, { width: 16, height: 12, classes: 3 });
  expect(large).toMatchObject({ input: { width: 16, height: 12 }, convolutions, layers: [20, 3] });
  const small = fittedTo(base, { width: 8, height: 8, classes: 1 });
  expect(small.convolutions).toBeUndefined();
  expect(parseNetwork(small)).toEqual(small);
  expect(small.layers).toEqual([20, 2]);
});
