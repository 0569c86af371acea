import { expect, it } from 'vitest';
import { addShot, EMPTY_TRACK, isDue, MOST_SHOTS, MOST_SHOT_WEIGHTS, room } from './replay-track';

const shot = (step: number, size = 10) => ({ step, weights: [new Float32Array(size)] });

it('keeps the whole length of a long run in few shots, evenly', () => {
  let track = EMPTY_TRACK;
  for (let step = 0; step <= 5000; step++) {
    if (isDue(track, step)) track = addShot(track, shot(step));
  }
  const { shots, gap } = track;
  expect(shots.length).toBeLessThanOrEqual(MOST_SHOTS);
  expect(shots.length).toBeGreaterThan(MOST_SHOTS / 3);
  expect(shots[0]!.step).toBe(0);
  expect(5000 - shots.at(-1)!.step).toBeLessThan(gap);
  const spacings = shots.slice(1).map((s, i) => s.step - shots[i]!.step);
  expect(Math.max(...spacings)).toBeLessThanOrEqual(2 * gap);
  expect(Math.min(...spacings)).toBeGreaterThan(0);
});

it('takes fewer shots of large networks', () => {
  const size = MOST_SHOT_WEIGHTS / 5;
  expect(room({ step: 0, weights: [{ length: size } as Float32Array<ArrayBuffer>] })).toBe(5);
  expect(room({ step: 0, weights: [{ length: 10 * size } as Float32Array<ArrayBuffer>] })).toBe(3);
});

it('forgets what came after the weights that training goes on from', () => {
  let track = EMPTY_TRACK;
  for (const step of [0, 10, 20, 30]) track = addShot(track, shot(step));
  expect(isDue(track, 15)).toBe(true);
  expect(addShot(track, shot(15)).shots.map((s) => s.step)).toEqual([0, 10, 15]);
});
