import { expect, test } from 'vitest';
import { endReason, learningRateAt, plannedSteps } from './plan';

test('a plan is its epochs times the steps of one', () => {
  expect(plannedSteps({ epochs: 3, batch: 64 }, 60_000)).toBe(2814);
  expect(plannedSteps({ epochs: 0.5, batch: 10 }, 95)).toBe(5);
});

test('the learning rate falls to 0 over the plan', () => {
  const settings = { epochs: 2, batch: 10, learningRate: 1e-3 };
  expect(learningRateAt(settings, 0, 100)).toBe(1e-3);
  expect(learningRateAt(settings, 10, 100)).toBeCloseTo(5e-4, 12);
  expect(learningRateAt(settings, 20, 100)).toBe(0);
});

test('training ends with the plan, with the steps asked for, when asked to stop', () => {
  expect(endReason(5, 10, 20, false)).toBeUndefined();
  expect(endReason(10, 10, 20, false)).toBe('steps');
  expect(endReason(5, 10, 20, true)).toBe('stopped');
  expect(endReason(20, Infinity, 20, true)).toBe('plan');
  expect(endReason(20, 20, 20, false)).toBe('plan');
});
