import { expect, it } from 'vitest';
import { momentsFrom, momentsToKeep, MOST_MOMENT_BYTES, MOST_MOMENTS } from './runs-moments';
import { SPEC } from '../session.test-data';

const moment = (step: number, size = 10) => ({ step, weights: [new Float32Array(size)] });
const steps = (list: { step: number }[]) => list.map((s) => s.step);

it('keeps few moments, evenly, the first among them and the end left out', () => {
  const moments = Array.from({ length: 121 }, (_, i) => moment(i * 5));
  const kept = steps(momentsToKeep(moments, 600));
  expect(kept).toEqual(Array.from({ length: MOST_MOMENTS }, (_, i) => i * 50));
  expect(steps(momentsToKeep(moments.slice(0, 4), 15))).toEqual([0, 5, 10]);
  expect(momentsToKeep([], 15)).toEqual([]);
});

it('keeps fewer of a large network, and none where one is too many', () => {
  const third = MOST_MOMENT_BYTES / 4 / 3;
  const moments = Array.from({ length: 9 }, (_, i) => moment(i, third));
  expect(steps(momentsToKeep(moments, 9))).toEqual([0, 3, 6]);
  expect(momentsToKeep([moment(0, 4 * third)], 9)).toEqual([]);
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
