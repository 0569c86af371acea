import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_PEN, drawStrokes } from '../../data/strokes';
import { snapPoint } from '../../data/drawing-grid';
import { drawing, fitsLink, MOST_POINTS } from './link-drawing';
import { strokes } from './link-drawing.test-data';

const line = (points: number) => ({
  points: Array.from({ length: points }, (_, i) => snapPoint({ x: i / points, y: 0.5 })),
  width: DEFAULT_PEN,
});

it('draws the same picture again, byte for byte', () => {
  fc.assert(
    fc.property(strokes, (drawn) => {
      expect(drawStrokes(drawing.read(drawing.write(drawn))!)).toEqual(drawStrokes(drawn));
    }),
    { numRuns: 12, seed: 1 },
  );
});

it('takes about three characters a point', () => {
  expect(drawing.write([line(60)]).length).toBeLessThan(60 * 3);
});

it('tells a blank pad from no drawing', () => {
  expect(drawing.write([])).toBe('-');
  expect(drawing.read('-')).toEqual([]);
  expect(drawing.read('')).toBeUndefined();
});

it('reads nothing that is cut, too long or off the pad', () => {
  const text = drawing.write([line(30)]);
  for (let length = 1; length < text.length - 1; length++) {
    expect(drawing.read(text.slice(0, length)), `${length}`).toBeUndefined();
  }
  expect(fitsLink([line(MOST_POINTS)])).toBe(true);
  expect(fitsLink([line(MOST_POINTS + 1)])).toBe(false);
  expect(drawing.read(drawing.write([line(MOST_POINTS + 1)]))).toBeUndefined();
  const far = { points: [{ x: 2.5, y: 0 }], width: DEFAULT_PEN };
  expect(drawing.read(drawing.write([far]))).toBeUndefined();
});
