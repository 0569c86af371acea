/** Draws a layer as a grid of cells in the colours of their first spike times: the input as its image, the output as a row. */
import { cellCorner, type Grid, type GridPlace } from '../../../view/layout/grid';
import { timeShare } from './draw-raster';
import type { Palette } from '../theme/palette';
import { formatTime } from '../../../words/numbers';

export interface LayerMapState {
  grid: Grid;
  place: GridPlace;
  /** [neurons] +Infinity silent. */
  times: ArrayLike<number>;
  /** The time cursor: what comes after it is faint. */
  cursor: number;
  /** Who has not fired by then, where it performs, may still: silence is told of nobody. Infinity: it does not perform. */
  veil: number;
  /** [neurons] signed contributions to the selected neuron: what has no part in it steps back. null: all alike. */
  part: ArrayLike<number> | null;
  selected: number | null;
  hovered: number | null;
  /** The output: cells carry their class; the one that answers is framed. */
  classes: { answer: number | null; nameOf: (c: number) => string } | null;
}

/** Strength of a spike that is still to come, and of one without part in the selected neuron. */
const WAITING = 0.16;
const ASIDE = 0.25;

export function drawLayerMap(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  s: LayerMapState,
): void {
  const { grid, place, times } = s;
  const { cell } = place;
  const gap = cell > 5 ? 1 : 0;
  // The ground of the layer, so that its silent neurons are seen to be there.
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.well;
  for (const { x, y, columns, rows } of grounds(s)) ctx.fillRect(x, y, columns * cell, rows * cell);
  for (let i = 0; i < grid.count; i++) {
    const t = times[i]!;
    if (!(t < Infinity)) continue;
    const [x, y] = corner(s, i);
    ctx.globalAlpha =
      (t <= s.cursor ? 1 : palette.pale(WAITING)) * (s.part && s.part[i] === 0 ? ASIDE : 1);
    ctx.fillStyle = palette.timeColor(timeShare(t));
    const size = gap > 0 ? cell - gap : cell + 0.3;
    ctx.fillRect(x, y, size, size);
  }
  ctx.globalAlpha = 1;
  if (s.classes) drawClasses(ctx, palette, s, s.classes);
  for (const [i, width] of [
    [s.hovered, 1.5],
    [s.selected, 2.5],
  ] as const) {
    if (i === null || i >= grid.count) continue;
    const [x, y] = corner(s, i);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = width;
    ctx.strokeRect(x - 1, y - 1, cell - gap + 2, cell - gap + 2);
  }
}

function corner({ grid, place }: LayerMapState, i: number): [number, number] {
  return cellCorner(grid, place, i);
}

/** The parts of the box that hold cells: every map, or the rows and what begins the last one. */
function grounds({ grid, place }: LayerMapState) {
  const { maps, columns, count } = grid;
  if (maps) {
    return Array.from({ length: maps.channels }, (_, channel) => {
      const [x, y] = cellCorner(grid, place, channel);
      return { x, y, columns: maps.columns, rows: maps.rows };
    });
  }
  const rows = Math.floor(count / columns);
  return [
    { x: place.left, y: place.top, columns, rows },
    { x: place.left, y: place.top + rows * place.cell, columns: count % columns, rows: 1 },
  ];
}

/** Class and spike time on every output's cell, on a plate of the panel's colour so that both are read on any colour. */
function drawClasses(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  s: LayerMapState,
  { answer, nameOf }: NonNullable<LayerMapState['classes']>,
): void {
  const { grid, place, times } = s;
  const { cell } = place;
  ctx.textAlign = 'center';
  for (let c = 0; c < grid.count; c++) {
    const [x, y] = corner(s, c);
    const middle = x + (cell - 1) / 2;
    ctx.font = `${c === answer ? 700 : 400} 12px ${palette.font}`;
    ctx.textBaseline = 'bottom';
    ctx.fillStyle = c === answer ? palette.ink : palette.soft;
    ctx.fillText(nameOf(c), middle, y - 3);
    if (cell < 40 || (times[c] === Infinity && s.veil < Infinity)) continue;
    ctx.font = `10.5px ${palette.font}`;
    ctx.textBaseline = 'top';
    ctx.fillStyle = palette.soft;
    ctx.fillText(formatTime(times[c]!), middle, y + cell + 3);
  }
}
