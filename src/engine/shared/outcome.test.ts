import { expect, test } from 'vitest';
import { parseNetwork } from '../../model/validate';
import { countOperations } from './outcome';

const layer = (deadline: number) => [{ positions: 1, deadline }];
const count = (arrivals: number[], times: number[], decision: number, deadline = 3): number =>
  countOperations(layer(deadline), () => ({ arrivals, times }), decision);

test('operations: spikes up to a neuron firing, those at that very time included', () => {
  expect(count([0.1, 0.5, 0.9], [0.5], Infinity)).toBe(2);
  expect(count([0.1, 0.5, 0.9], [0.49], Infinity)).toBe(1);
  expect(count([0.1, 0.5, 0.9], [0.49, 0.5, Infinity], Infinity)).toBe(1 + 2 + 3);
});

test('operations: none after the decision, none after the deadline of the postsynaptic layer', () => {
  expect(count([0.1, 0.5, 0.9], [Infinity], 0.5)).toBe(2);
  expect(count([0.1, 0.5, 0.9], [Infinity], Infinity, 0.5)).toBe(2);
  expect(count([0.1, 0.5, 0.9], [Infinity], Infinity, 0.4)).toBe(1);
  expect(count([0.1, 0.5, 0.9], [0.9], 0.5, 0.4)).toBe(1);
});

test('operations: each layer by its own deadline', () => {
  const { deadline } = parseNetwork({ deadline: 0.5 });
  const layers = [
    { positions: 1, deadline },
    { positions: 1, deadline: 2 * deadline },
  ];
  const meeting = { arrivals: [0.2, 0.7, 1.2], times: [Infinity] };
  expect(countOperations(layers, () => meeting, Infinity)).toBe(1 + 2);
});
