import { describe, expect, test } from 'vitest';
import { averageDecay, cosineRate, createMoments, update } from './optimizer';
import { testRandom } from './testing';

const random = testRandom(3);
const history = Array.from({ length: 12 }, () =>
  Float64Array.from({ length: 5 }, () => random.normal()),
);

test('Adam equals its definition as sums over the whole history', () => {
  const weights = new Float64Array(5).fill(1);
  const moments = createMoments(5);
  const expected = weights.slice();
  history.forEach((gradient, step) => {
    update('adam', weights, gradient, moments, 0.01, step);
    for (let i = 0; i < 5; i++) {
      let first = 0;
      let second = 0;
      for (let s = 0; s <= step; s++) {
        first += 0.1 * 0.9 ** (step - s) * history[s]![i]!;
        second += 0.001 * 0.999 ** (step - s) * history[s]![i]! ** 2;
      }
      first /= 1 - 0.9 ** (step + 1);
      second /= 1 - 0.999 ** (step + 1);
      expected[i]! -= (0.01 * first) / (Math.sqrt(second) + 1e-8);
      expect(weights[i]).toBeCloseTo(expected[i]!, 12);
    }
  });
});

test('the first Adam step is the learning rate, whatever the gradient; none without a gradient', () => {
  const weights = Float64Array.from([0, 0, 0]);
  update('adam', weights, [1e-3, -1e3, 0], createMoments(3), 0.01, 0);
  expect(weights[0]).toBeCloseTo(-0.01, 6);
  expect(weights[1]).toBeCloseTo(0.01, 9);
  expect(weights[2]).toBe(0);
});

test('SGD with momentum 0.9 equals a sum over the history', () => {
  const weights = new Float64Array(5);
  const moments = createMoments(5);
  const expected = new Float64Array(5);
  history.forEach((gradient, step) => {
    update('sgd', weights, gradient, moments, 0.1, step);
    for (let i = 0; i < 5; i++) {
      for (let s = 0; s <= step; s++) expected[i]! -= 0.1 * 0.9 ** (step - s) * history[s]![i]!;
      expect(weights[i]).toBeCloseTo(expected[i]!, 12);
    }
  });
  expect([...moments.second]).toEqual([0, 0, 0, 0, 0]);
});

describe('the learning rate', () => {
  test('falls along a half cosine to 0 at the end of the plan', () => {
    expect(cosineRate(2e-3, 0, 100)).toBe(2e-3);
    expect(cosineRate(2e-3, 50, 100)).toBeCloseTo(1e-3, 12);
    expect(cosineRate(2e-3, 25, 100)).toBeCloseTo(2e-3 * Math.cos(Math.PI / 8) ** 2, 12);
    expect(cosineRate(2e-3, 99, 100)).toBeGreaterThan(0);
    expect(cosineRate(2e-3, 100, 100)).toBe(0);
    expect(cosineRate(2e-3, 500, 100)).toBe(0);
  });
});

test('the running average forgets its start soon, then decays as asked', () => {
  expect(averageDecay(0.9995, 0)).toBeCloseTo(0.1, 12);
  expect(averageDecay(0.9995, 90)).toBeCloseTo(0.91, 12);
  expect(averageDecay(0.9995, 1e6)).toBe(0.9995);
  expect(averageDecay(0.5, 90)).toBe(0.5);
});
