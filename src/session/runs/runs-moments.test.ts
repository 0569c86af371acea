import { expect, it } from 'vitest';
import { momentsFrom, momentsToKeep, MOST_MOMENT_BYTES, MOST_MOMENTS } from './runs-moments';
import { SPEC } from '../session.test-data';

const shot = (step: number, size = 10) => ({ step, weights: [new Float32Array(size)] });
const steps = (list: { step: number }[]) => list.map((s) => s.step);

it('keeps few moments, evenly, the first among them and the end left out', () => {
  const shots = Array.from({ length: 121 }, (_, i) => shot(i * 5));
  const kept = steps(momentsToKeep(shots, 600));
  expect(kept).toEqual(Array.from({ length: MOST_MOMENTS }, (_, i) => i * 50));
  expect(steps(momentsToKeep(shots.slice(0, 4), 15))).toEqual([0, 5, 10]);
  expect(momentsToKeep([], 15)).toEqual([]);
});

it('keeps fewer of a large network, and none where one is too many', () => {
  const third = MOST_MOMENT_BYTES / 4 / 3;
  const shots = Array.from({ length: 9 }, (_, i) => shot(i, third));
  expect(steps(momentsToKeep(shots, 9))).toEqual([0, 3, 6]);
  expect(momentsToKeep([shot(0, 4 * third)], 9)).toEqual([]);
});

it('takes back only what fits the network', () => {
  const weights = [new Float32Array(64 * 12), new Float32Array(12 * 3)];
  const good = { step: 4, weights };
  const bad = [
    null,
    {},
    { step: 1, weights: [weights[0]] },
    { step: 2, weights: [weights[1], weights[0]] },
  ];
  expect(momentsFrom([...bad, good], SPEC)).toEqual([good]);
  expect(momentsFrom(undefined, SPEC)).toEqual([]);
});
