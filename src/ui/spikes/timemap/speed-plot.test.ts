import { expect, it } from 'vitest';
import { SHARES, speedAxis, speedCursor, speedSeries } from './speed-plot';

const curve = {
  times: Float32Array.of(0, 1, 3),
  accuracy: [0.1, 0.9, 1],
  answered: [0, 0.5, 1],
};

it('draws both shares up to the end of the time shown', () => {
  const [answered, right] = speedSeries(curve, 2);
  expect(answered!.points).toEqual([
    { x: 0, y: 0 },
    { x: 1, y: 0.5 },
    { x: 2, y: 0.75 },
  ]);
  expect(right!.points.map(({ x }) => x)).toEqual([0, 1, 2]);
  expect(right!.points[2]!.y).toBeCloseTo(0.95, 12);
  expect(SHARES.ticks.map(SHARES.format)).toEqual(['0 %', '50 %', '100 %']);
});

it('goes on level where the curve ends before the time shown', () => {
  const [answered] = speedSeries({ ...curve, times: Float32Array.of(0, 1, 1.5) }, 4);
  expect(answered!.points.slice(-2)).toEqual([
    { x: 1.5, y: 1 },
    { x: 4, y: 1 },
  ]);
});

it('labels the time as often as there is room', () => {
  expect(speedAxis(2, 200).ticks).toEqual([0, 1, 2]);
  const { ticks, format } = speedAxis(2, 400);
  expect(ticks.map(format)).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0']);
});

it('marks the cursor with both shares, and not where it is out of sight', () => {
  const at = speedCursor(curve, 2, 1);
  expect(at!.x).toBe(1);
  expect(at!.dots.map(({ y }) => y)).toEqual([0.5, 0.9]);
  expect(speedCursor(curve, 2, 2.5)).toBeNull();
});
