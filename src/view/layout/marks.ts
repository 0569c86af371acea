/** Where a layer's marks lie, for drawing them and for finding the one under the pointer. */
import type { Rows } from './rows';
import { inWindow, toX, type TimeScale } from '../time/time-axis';

/** A layer's marks on its canvas, in CSS pixels. */
export interface Marks {
  /** [marks] */
  neuron: Uint32Array;
  x: Float32Array;
  y: Float32Array;
  count: number;
}

/** Rows stacked between `top` and `top + height`. */
export interface RowGeometry {
  top: number;
  /** Height of a row; may be below a pixel. */
  pitch: number;
}

/** Pixels above and below the rows of a band. */
const PADDING = 7;
/** A row is never higher: few neurons stay together. */
const HIGHEST_ROW = 18;

/** Rows fill the band, but a small layer is not torn apart. */
export function rowGeometry(rows: number, height: number): RowGeometry {
  const pitch = Math.min((height - 2 * PADDING) / Math.max(rows, 1), HIGHEST_ROW);
  return { top: (height - pitch * rows) / 2, pitch };
}

/** How many rows a band of this height has room for: marks overlap, but a pixel holds no more than two rows. */
export function roomFor(height: number): number {
  return Math.max(8, Math.floor((height - 2 * PADDING) / 0.5));
}

/** Pixels of a row while a layer is scrolled. */
export const SCROLLED_ROW = 4;

/** How many rows are shown of a layer that is scrolled. */
export function fitFor(height: number): number {
  return Math.max(4, Math.floor((height - 2 * PADDING) / SCROLLED_ROW));
}

export function rowY({ top, pitch }: RowGeometry, row: number): number {
  return top + (row + 0.5) * pitch;
}

/** The row at y, or -1 outside all rows. */
export function rowAt({ top, pitch }: RowGeometry, y: number, rows: number): number {
  const row = Math.floor((y - top) / pitch);
  return row >= 0 && row < rows ? row : -1;
}

/** The marks of the neurons that have a row and spike inside the window. */
export function placeMarks(
  times: ArrayLike<number>,
  rows: Rows,
  geometry: RowGeometry,
  scale: TimeScale,
): Marks {
  const neuron = new Uint32Array(rows.neurons.length);
  const x = new Float32Array(neuron.length);
  const y = new Float32Array(neuron.length);
  let count = 0;
  rows.neurons.forEach((i, row) => {
    const t = times[i]!;
    if (!inWindow(scale, t)) return;
    neuron[count] = i;
    x[count] = toX(scale, t);
    y[count] = rowY(geometry, row);
    count++;
  });
  return { neuron, x, y, count };
}

export interface Taking {
  /** Pixels a pointer may be off a mark. */
  reach: number;
  /** And off that of the neuron that comes first. */
  firstReach: number;
  /** Pixels by which any other mark has to be further away: what a finger covers it cannot tell apart. */
  apart: number;
}

/** The neuron whose spike a press takes hold of: `first` within its reach, else the nearest; null where there is none. */
export function markToTake(
  marks: Marks,
  px: number,
  py: number,
  { reach, firstReach, apart }: Taking,
  first: number | null,
): number | null {
  let [nearest, next] = [Infinity, Infinity];
  let found: number | null = null;
  for (let k = 0; k < marks.count; k++) {
    const away = Math.hypot(marks.x[k]! - px, marks.y[k]! - py);
    if (marks.neuron[k] === first && away <= firstReach) return first;
    next = Math.min(next, Math.max(nearest, away));
    if (away >= nearest) continue;
    nearest = away;
    found = marks.neuron[k]!;
  }
  return nearest <= reach && next - nearest >= apart ? found : null;
}

/** The neuron of the mark nearest to a point, within `reach` pixels; null where there is none. */
export function nearestMark(marks: Marks, px: number, py: number, reach: number): number | null {
  let best = reach * reach;
  let found: number | null = null;
  for (let k = 0; k < marks.count; k++) {
    const distance = (marks.x[k]! - px) ** 2 + (marks.y[k]! - py) ** 2;
    if (distance <= best) {
      best = distance;
      found = marks.neuron[k]!;
    }
  }
  return found;
}
