import { expect, it } from 'vitest';
import { signedScale } from '../kit/theme/colour';
import type { Palette } from '../kit/theme/palette';
import { recorder } from '../kit/draw/recorder.test-data';
import { drawSynapse } from './draw-still';
import { cellColour } from './field-pictures';

const palette = {
  signedRgb: signedScale([29, 111, 184], [255, 255, 255], [194, 87, 12]).rgb,
} as Palette;

it('draws what holds back dashed, what pushes and the faintest in one line', () => {
  const at = { x: 0, y: 0 };
  const dashes = (weight: number, alpha: number) => {
    const { ctx, calls } = recorder();
    drawSynapse(ctx, palette, [at, at, at, at], { weight, strength: 0.5 }, alpha);
    return calls.flatMap(({ name, args }) =>
      name === 'stroke' ? ['stroke'] : name === 'setLineDash' ? [args[0]] : [],
    );
  };
  expect(dashes(-1, 0.6)).toEqual([[7, 5], 'stroke', []]);
  expect(dashes(1, 0.6)).toEqual(['stroke']);
  expect(dashes(-1, 0.05)).toEqual(['stroke']);
});

it('hatches the negative cells of a receptive field, and leaves the positive ones alone', () => {
  const ink = [27, 31, 36] as const;
  const row = (value: number) => [0, 1, 2, 3].map((n) => cellColour(palette, ink, value, n));
  const [on, off, off2, again] = row(-1);
  expect([off2, again]).toEqual([off, on]);
  expect(on![2]).toBeLessThan(off![2] - 60);
  expect(new Set(row(1).map(String)).size).toBe(1);
  expect(new Set(row(0).map(String)).size).toBe(1);
});
