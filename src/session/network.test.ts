import { expect, it } from 'vitest';
import { DEFAULT_NETWORK } from '../model/network';
import { changeCost } from './network';

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
    { ...base, input: { ...base.input, width: 20 } },
  ]) {
    expect(changeCost(base, spec)).toBe('new network');
  }
});
