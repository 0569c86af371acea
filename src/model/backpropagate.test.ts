/** What finite differences can't show: floor and push are no derivatives. The derivatives are in gradients.test.ts. */
import { describe, expect, test } from 'vitest';
import { backpropagate, PUSH_SLOPE, SLOPE_FLOOR } from './backpropagate';
import { propagate, type LayerSettings } from './propagate';
import { volley } from './testing';

const settings: LayerSettings = { response: 'average-delay', threshold: 1, deadline: 3 };

describe('a slope below the floor', () => {
  // 0.5 t - 0.49 (t - 1.9) = 1: reached at t = 6.9 with slope 0.01, having not fired at 1.9 with 0.95.
  const presynaptic = volley([0, 1.9]);
  const weights = [0.5, -0.49];
  const late = { ...settings, deadline: 10 };
  const trace = propagate(presynaptic, weights, 1, late);

  test('is real in the forward pass', () => {
    expect(trace.volley.times[0]).toBeCloseTo(6.9, 9);
    expect(trace.slope[0]).toBeCloseTo(0.01, 12);
    expect(trace.slope[0]).toBeLessThan(SLOPE_FLOOR);
  });

  test('is replaced by it in both derivatives', () => {
    const gradient = new Float64Array(2);
    const delta = backpropagate(presynaptic, trace, weights, [2], late, false, gradient);
    expect(gradient[0]).toBeCloseTo((2 * (0 - 6.9)) / SLOPE_FLOOR, 6);
    expect(gradient[1]).toBeCloseTo((2 * (1.9 - 6.9)) / SLOPE_FLOOR, 6);
    expect(delta[0]).toBeCloseTo((2 * 0.5) / SLOPE_FLOOR, 9);
    expect(delta[1]).toBeCloseTo((2 * -0.49) / SLOPE_FLOOR, 9);
  });

  test('acts on D for exponential synapses', () => {
    const exponential: LayerSettings = { response: 'exponential', threshold: 1, deadline: 10 };
    const input = volley([0.5]);
    const fired = propagate(input, [1.01], 1, exponential);
    const t = 0.5 + Math.log(1.01 / 0.01);
    expect(fired.slope[0]).toBeCloseTo(0.01, 12);
    const gradient = new Float64Array(1);
    const delta = backpropagate(input, fired, [1.01], [1], exponential, false, gradient);
    expect(gradient[0]).toBeCloseTo((Math.exp(0.5 - t) - 1) / SLOPE_FLOOR, 9);
    expect(delta[0]).toBeCloseTo((1.01 * Math.exp(0.5 - t)) / SLOPE_FLOOR, 9);
  });
});

describe('a silent output', () => {
  const presynaptic = volley([0.5, 1, Infinity, 3.5], [1, 2, 0, 1]);
  const weights = [0.1, 0.1, 5, 5];
  const trace = propagate(presynaptic, weights, 1, settings);

  test.each([
    ['average-delay', (tbar: number) => tbar - 3],
    ['exponential', (tbar: number) => Math.exp(tbar - 3) - 1],
  ] as const)(
    'that should have fired is pushed up, and nothing passes through it (%s)',
    (response, distance) => {
      expect(trace.volley.times[0]).toBe(Infinity);
      const gradient = new Float64Array(4);
      const asked = { ...settings, response };
      const delta = backpropagate(presynaptic, trace, weights, [1.5], asked, true, gradient);
      expect(gradient[0]).toBeCloseTo((1.5 * distance(0.5)) / PUSH_SLOPE, 12);
      expect(gradient[1]).toBeCloseTo((1.5 * 2 * distance(1)) / PUSH_SLOPE, 12);
      // A silent neuron and a spike after the deadline are no presynaptic spikes of it.
      expect([...gradient.subarray(2)]).toEqual([0, 0]);
      expect([...delta]).toEqual([0, 0, 0, 0]);
      // Down goes the loss when the gradient is subtracted: the weights grow.
      expect(gradient[0]).toBeLessThan(0);
    },
  );

  test('with no or a negative error is let be', () => {
    for (const error of [0, -1]) {
      const gradient = new Float64Array(4);
      backpropagate(presynaptic, trace, weights, [error], settings, true, gradient);
      expect([...gradient]).toEqual([0, 0, 0, 0]);
    }
  });

  test('of a hidden layer is not pushed', () => {
    const gradient = new Float64Array(4);
    backpropagate(presynaptic, trace, weights, [1.5], settings, false, gradient);
    expect([...gradient]).toEqual([0, 0, 0, 0]);
  });
});

test('gradients add to what is there; without a place for them the errors alone come back', () => {
  const presynaptic = volley([0, 0.25]);
  const weights = [1, 1];
  const trace = propagate(presynaptic, weights, 1, settings);
  const gradient = Float64Array.from([10, 20]);
  const delta = backpropagate(presynaptic, trace, weights, [1], settings, false, gradient);
  // t = 1.25 / 2.
  expect([...gradient]).toEqual([10 - 0.3125, 20 - 0.1875]);
  expect(backpropagate(presynaptic, trace, weights, [1], settings, false)).toEqual(delta);
  expect([...delta]).toEqual([0.5, 0.5]);
});
