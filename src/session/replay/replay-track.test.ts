import { expect, it } from 'vitest';
import {
  addMoment,
  EMPTY_TRACK,
  isDue,
  MOST_TRACK_MOMENTS,
  MOST_TRACK_WEIGHTS,
  room,
} from './replay-track';

const moment = (step: number, size = 10) => ({ step, weights: [new Float32Array(size)] });

it('keeps the whole length of a long run in few moments, evenly', () => {
  let track = EMPTY_TRACK;
  for (let step = 0; step <= 5000; step++) {
    if (isDue(track, step)) track = addMoment(track, moment(step));
  }
  const { moments, gap } = track;
  expect(moments.length).toBeLessThanOrEqual(MOST_TRACK_MOMENTS);
  expect(moments.length).toBeGreaterThan(MOST_TRACK_MOMENTS / 3);
  expect(moments[0]!.step).toBe(0);
  expect(5000 - moments.at(-1)!.step).toBeLessThan(gap);
  const spacings = moments.slice(1).map((s, i) => s.step - moments[i]!.step);
  expect(Math.max(...spacings)).toBeLessThanOrEqual(2 * gap);
  expect(Math.min(...spacings)).toBeGreaterThan(0);
});

it('takes fewer moments of large networks', () => {
  const size = MOST_TRACK_WEIGHTS / 5;
  expect(room({ step: 0, weights: [{ length: size } as Float32Array<ArrayBuffer>] })).toBe(5);
  expect(room({ step: 0, weights: [{ length: 10 * size } as Float32Array<ArrayBuffer>] })).toBe(3);
});

it('forgets what came after the weights that training goes on from', () => {
  let track = EMPTY_TRACK;
  for (const step of [0, 10, 20, 30]) track = addMoment(track, moment(step));
  expect(isDue(track, 15)).toBe(true);
  expect(addMoment(track, moment(15)).moments.map((s) => s.step)).toEqual([0, 10, 15]);
});
