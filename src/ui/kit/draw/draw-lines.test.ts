import { expect, it } from 'vitest';
import type { Palette } from '../theme/palette';
import { drawLines } from './draw-lines';

const scale = { start: 1, end: 2, left: 10, width: 100 };

/** [x, width, strength] of what is filled. */
function filled(decision: number | null, cursor: number): number[][] {
  const calls: number[][] = [];
  const ctx = {
    globalAlpha: 1,
    fillRect: (x: number, _: number, width: number) => calls.push([x, width, ctx.globalAlpha]),
  };
  drawLines(ctx as unknown as CanvasRenderingContext2D, 50, {} as Palette, scale, decision, cursor);
  expect(ctx.globalAlpha).toBe(1);
  return calls;
}

it('draws the decision where it is in sight, and the cursor at the edge where it is not', () => {
  expect(filled(1.5, 1.25)).toEqual([
    [59.25, 1.5, 1],
    [34.5, 1, 0.55],
  ]);
  expect(filled(null, 0.5)).toEqual([[9.5, 1, 0.2]]);
  expect(filled(2.5, 3)).toEqual([[109.5, 1, 0.2]]);
});
