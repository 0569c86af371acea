/** Random drawings, for properties of links. */
import fc from 'fast-check';
import { snapPoint } from '../../data/drawing-grid';

const coordinate = fc.double({
  min: -1.5,
  max: 2.5,
  minExcluded: true,
  maxExcluded: true,
  noNaN: true,
});

const point = fc.record({ x: coordinate, y: coordinate }).map(snapPoint);

/** Drawings as the page keeps them: on the grid. */
export const strokes = fc.array(
  fc.record({
    points: fc.array(point, { minLength: 1, maxLength: 40 }),
    width: fc.integer({ min: 1, max: 5000 }).map((n) => n / 10_000),
  }),
  { maxLength: 6 },
);
