/** Draws weights or contributions as an image, what is negative hatched, with the spikes of the sample ringed. */
import type { Palette } from '../theme/palette';
import type { FieldFrame } from '../../../view/layout/field-frame';
import { cellCorner, cellOf, type Grid, type GridPlace } from '../../../view/layout/grid';

/** Pixels from stroke to stroke where cells are smaller. */
const HATCH = 4;

export interface FieldState {
  grid: Grid;
  place: GridPlace;
  /** [neurons] signed; 0 has the panel's colour. */
  values: ArrayLike<number>;
  /** The largest magnitude: full colour. */
  largest: number;
  /** [neurons] spike times, +Infinity silent. */
  times: ArrayLike<number>;
  /** Whether the cells of neurons that spike are ringed. */
  rings: boolean;
  /** Spikes up to this time are causes: ringed strongly. */
  until: number;
  highlighted: number | null;
  /** The part that a convolution's neuron sees, on every map; null: all of it. */
  frame?: FieldFrame | null;
}

export function drawField(ctx: CanvasRenderingContext2D, palette: Palette, s: FieldState): void {
  const { grid, place, values, largest, times } = s;
  const { cell } = place;
  const at = (i: number) => cellCorner(grid, place, i);
  if (grid.maps) drawGrounds(ctx, palette, s);
  // Cells that fill whole pixels need no seam between them.
  const size = cell > 3 ? cell : cell + 0.4;
  for (let i = 0; i < grid.count; i++) {
    const [x, y] = at(i);
    ctx.fillStyle = palette.signedColor(largest > 0 ? values[i]! / largest : 0);
    ctx.fillRect(x, y, size, size);
  }
  drawNegative(ctx, palette, s);
  const inset = cell > 6 ? 1.5 : 0.5;
  const side = cell - 2 * inset;
  for (const causal of s.rings ? [false, true] : []) {
    ctx.strokeStyle = causal ? palette.ink : palette.soft;
    ctx.globalAlpha = causal ? 0.85 : 0.4;
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (let i = 0; i < grid.count; i++) {
      const t = times[i]!;
      if (t < Infinity && t <= s.until === causal) {
        const [x, y] = at(i);
        ctx.rect(x + inset, y + inset, side, side);
      }
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  if (s.frame) drawFrames(ctx, palette, s, s.frame);
  if (s.highlighted !== null) {
    const [x, y] = at(s.highlighted);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 2.5;
    ctx.strokeRect(x - 1.5, y - 1.5, cell + 3, cell + 3);
  }
}

/** Below this share of the largest a cell has nearly the ground's colour, and its sign says nothing. */
const LEAST = 0.06;

/** What is negative is hatched, so that its sign is seen without its colour: a stroke a cell, or through the smallest every few. */
function drawNegative(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { grid, place, values, largest }: FieldState,
): void {
  const { cell } = place;
  const every = Math.max(1, Math.round(HATCH / cell));
  ctx.lineWidth = Math.max(0.75, Math.min(1.5, cell / 6));
  // On the strongest colours the panel's stands out, on all others ink; what is weak is not to look strong.
  for (const [from, to, color, alpha] of [
    [LEAST, 0.25, palette.ink, 0.3],
    [0.25, 0.7, palette.ink, 0.7],
    [0.7, Infinity, palette.panel, 0.9],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.globalAlpha = alpha;
    ctx.beginPath();
    for (let i = 0; i < grid.count; i++) {
      const share = -values[i]! / largest;
      const { column, row } = cellOf(grid, i);
      if (!(share >= from && share < to) || (column + row) % every !== 0) continue;
      const [x, y] = cellCorner(grid, place, i);
      ctx.moveTo(x, y + cell);
      ctx.lineTo(x + cell, y);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** Maps stand apart from each other where their weights are small. */
function drawGrounds(ctx: CanvasRenderingContext2D, palette: Palette, s: FieldState): void {
  const { columns, rows, channels } = s.grid.maps!;
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  for (let channel = 0; channel < channels; channel++) {
    const [x, y] = cellCorner(s.grid, s.place, channel);
    ctx.strokeRect(x - 0.5, y - 0.5, columns * s.place.cell + 1, rows * s.place.cell + 1);
  }
}

function drawFrames(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { grid, place }: FieldState,
  { x, y, columns, rows }: FieldFrame,
): void {
  const { cell } = place;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1;
  for (let channel = 0; channel < (grid.maps?.channels ?? 1); channel++) {
    const [left, top] = cellCorner(grid, place, channel);
    ctx.strokeRect(
      left + x * cell - 0.5,
      top + y * cell - 0.5,
      columns * cell + 1,
      rows * cell + 1,
    );
  }
}
