/**
 * The grid that a drawing's points lie on, in pad units: a pad is the square [0, 1] x [0, 1]. A drawing on it can be written down in
 * whole numbers (as a link does), and comes back as the very same drawing.
 */
import type { Point } from './strokes';

/** Grid lines a pad: finer than a screen's pixels, so that a drawing loses nothing anyone could see. */
export const GRID = 1024;
/** A stroke may leave the pad by so many pads. */
export const REACH = 1;

/** Adding 0 makes -0 a 0: a text cannot tell them apart. */
const onGrid = (x: number) =>
  Math.round(Math.min(Math.max(x, -REACH), 1 + REACH) * GRID) / GRID + 0;

/** The nearest point of the grid. */
export function snapPoint({ x, y }: Point): Point {
  return { x: onGrid(x), y: onGrid(y) };
}
