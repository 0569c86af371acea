import { expect, it } from 'vitest';
import type { Marks } from '../../../view/layout/marks';
import { drawErrors } from './draw-errors';
import { filled, palette, recorder } from './recorder.test-data';

const scale = { start: 0, end: 2, left: 10, width: 200 };

/** Marks of neurons 0, 1, 2 ... at these places, a row each. */
const marksAt = (...x: number[]): Marks => ({
  neuron: Uint32Array.from(x, (_, i) => i),
  x: Float32Array.from(x),
  y: Float32Array.from(x, (_, i) => 20 * i),
  count: x.length,
});

/** Where arrows point, colour by colour: the first point of each head. */
function tips(delta: number[], marks: Marks, floored = new Set<number>()) {
  const { ctx, calls } = recorder();
  drawErrors(ctx, palette, marks, scale, { delta, largest: 1, floored });
  expect(ctx.globalAlpha).toBe(1);
  const heads = calls.flatMap(({ name }, n) => (name === 'closePath' ? [n] : []));
  return {
    calls,
    arrows: heads.map((n) => ({ tip: calls[n - 3]!.args, colour: calls[n + 1]!.style })),
  };
}

it('points left to earlier and right to later, the longer the larger the error', () => {
  const { arrows } = tips([1, -1, 0.25], marksAt(100, 100, 100));
  expect(arrows).toEqual([
    { tip: [70, 0], colour: 'good' },
    { tip: [130, 20], colour: 'bad' },
    { tip: [82, 40], colour: 'good' },
  ]);
});

it('keeps arrows in sight, and makes a dot of what is too small for one', () => {
  const { arrows, calls } = tips([1, -1, 0.04], marksAt(12, 208, 100));
  expect(arrows.map(({ tip }) => tip)).toEqual([
    [2, 0],
    [218, 20],
  ]);
  expect(filled(calls, 'soft')).toEqual([[98.5, 38.5, 3, 3]]);
});

it('bars the foot of an arrow whose gradient is cut short', () => {
  const { calls } = tips([1, 1], marksAt(100, 100), new Set([1]));
  expect(filled(calls, 'ink')).toEqual([[103, 15, 2, 10]]);
});
