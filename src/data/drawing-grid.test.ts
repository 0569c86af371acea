import fc from 'fast-check';
import { expect, it } from 'vitest';
import { snapPoint } from './drawing-grid';

it('moves a point by less than a pixel of any pad, and a second time not at all', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (x) => {
      const snapped = snapPoint({ x, y: 0 });
      expect(Math.abs(snapped.x - x)).toBeLessThanOrEqual(1 / 2048);
      expect(snapPoint(snapped)).toEqual(snapped);
    }),
    { seed: 1 },
  );
});

it('holds a stroke within a pad of the pad, and knows one 0', () => {
  expect(snapPoint({ x: -7, y: 7 })).toEqual({ x: -1, y: 2 });
  expect(snapPoint({ x: -1e-9, y: 0 })).toEqual({ x: 0, y: 0 });
});
