import { expect, test } from 'vitest';
import { createPace } from './pace';

test('begins with one step and grows to about 10 ms a submit', () => {
  const pace = createPace(128, 10);
  expect(pace.steps).toBe(1);
  for (let n = 0; n < 10; n++) pace.measured(pace.steps, pace.steps * 0.5);
  expect(pace.steps).toBe(20);
});

test('doubles at most, and keeps to the most', () => {
  const pace = createPace(8, 10);
  const seen = Array.from({ length: 5 }, () => {
    pace.measured(pace.steps, 0.01);
    return pace.steps;
  });
  expect(seen).toEqual([2, 4, 8, 8, 8]);
});

test('slow steps go one by one, and one slow submit changes little', () => {
  const slow = createPace(128, 10);
  slow.measured(1, 40);
  expect(slow.steps).toBe(1);
  const pace = createPace(128, 10);
  for (let n = 0; n < 20; n++) pace.measured(pace.steps, pace.steps);
  expect(pace.steps).toBe(10);
  pace.measured(10, 20);
  expect(pace.steps).toBe(8);
});
