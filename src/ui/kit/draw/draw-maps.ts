/** Draws a convolution as its maps, one a channel: every neuron in the colour of its spike time. A function of its state alone. */
import { cellCorner, type Grid, type GridPlace } from '../../../view/layout/grid';
import type { Palette } from '../theme/palette';
import { timeShare } from './draw-raster';
import type { ErrorState } from './draw-errors';

export interface MapsState {
  grid: Grid;
  place: GridPlace;
  /** [neurons] +Infinity silent. */
  times: ArrayLike<number>;
  /** The time cursor: what comes after it is faint. */
  cursor: number;
  /** Signed contributions to the selected neuron with their largest magnitude; null: colour by time. */
  causes: { part: ArrayLike<number>; largest: number } | null;
  /** Another layer's neuron is selected that this layer has no part in. */
  aside: boolean;
  /** Temporal errors in place of the times. */
  errors: ErrorState | null;
  /** Spike times before the last change. */
  ghost: ArrayLike<number> | null;
  selected: number | null;
  hovered: number | null;
}

/** Share of its strength that a spike after the cursor keeps. */
const WAITING = 0.22;
/** Cells from this size on have a gap between them, and room for a second mark. */
const ROOMY = 5;
/** Errors below this share of the largest are none for the eye. */
const LEAST_ERROR = 0.05;
/** Shifts in time that are seen at all. */
const LEAST_SHIFT = 0.004;

type Context = CanvasRenderingContext2D;

export function drawMaps(ctx: Context, palette: Palette, s: MapsState): void {
  const { grid, place, times } = s;
  const size = place.cell > ROOMY ? place.cell - 1 : place.cell + (place.cell > 3 ? 0 : 0.3);
  drawGrounds(ctx, palette, s);
  for (let i = 0; i < grid.count; i++) {
    const t = times[i]!;
    if (!(t < Infinity)) continue;
    const [x, y] = cellCorner(grid, place, i);
    const strength = t <= s.cursor ? 1 : palette.pale(WAITING);
    if (s.errors) drawError(ctx, palette, x, y, size, s.errors, i);
    else if (s.causes) drawCause(ctx, palette, x, y, size, strength, s.causes, i);
    else {
      ctx.globalAlpha = strength * (s.aside ? 0.4 : 1);
      ctx.fillStyle = palette.timeColor(timeShare(t));
      ctx.fillRect(x, y, size, size);
    }
  }
  if (s.ghost && place.cell > ROOMY) drawGhost(ctx, palette, s, s.ghost, size);
  ctx.globalAlpha = 1;
  for (const [i, width] of [
    [s.hovered, 1.5],
    [s.selected, 2.5],
  ] as const) {
    if (i === null || i >= grid.count) continue;
    const [x, y] = cellCorner(grid, place, i);
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = width;
    ctx.strokeRect(x - 1.5, y - 1.5, size + 3, size + 3);
  }
}

/** The ground of every map, so that its silent neurons are seen to be there. */
function drawGrounds(ctx: Context, palette: Palette, { grid, place }: MapsState): void {
  const { maps } = grid;
  if (!maps) return;
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.well;
  for (let channel = 0; channel < maps.channels; channel++) {
    const [x, y] = cellCorner(grid, place, channel);
    ctx.fillRect(x, y, maps.columns * place.cell, maps.rows * place.cell);
  }
}

/** Excitatory: a full cell; inhibitory: a hollow one; without part: a dot. */
function drawCause(
  ctx: Context,
  palette: Palette,
  x: number,
  y: number,
  size: number,
  strength: number,
  { part, largest }: NonNullable<MapsState['causes']>,
  i: number,
): void {
  const value = largest > 0 ? part[i]! / largest : 0;
  if (value === 0) {
    ctx.globalAlpha = 0.3 * strength;
    ctx.fillStyle = palette.soft;
    const dot = Math.max(1, size * 0.3);
    ctx.fillRect(x + (size - dot) / 2, y + (size - dot) / 2, dot, dot);
    return;
  }
  ctx.globalAlpha = (0.35 + 0.65 * Math.sqrt(Math.abs(value))) * strength;
  ctx.fillStyle = value > 0 ? palette.excitatory : palette.inhibitory;
  ctx.fillRect(x, y, size, size);
  if (value > 0) return;
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.well;
  const rim = Math.max(1, size * 0.25);
  if (size > 2 * rim) ctx.fillRect(x + rim, y + rim, size - 2 * rim, size - 2 * rim);
}

/** Earlier: the left part of the cell; later: the right one; the wider the more. */
function drawError(
  ctx: Context,
  palette: Palette,
  x: number,
  y: number,
  size: number,
  { delta, largest, floored }: ErrorState,
  i: number,
): void {
  const share = largest > 0 ? delta[i]! / largest : 0;
  if (Math.abs(share) < LEAST_ERROR) {
    ctx.globalAlpha = 0.3;
    ctx.fillStyle = palette.soft;
    const dot = Math.max(1, size * 0.3);
    ctx.fillRect(x + (size - dot) / 2, y + (size - dot) / 2, dot, dot);
    return;
  }
  const width = Math.max(1, size * Math.sqrt(Math.abs(share)));
  ctx.globalAlpha = 0.9;
  ctx.fillStyle = share > 0 ? palette.good : palette.bad;
  ctx.fillRect(share > 0 ? x : x + size - width, y, width, size);
  if (floored.has(i) && size > 3) {
    ctx.fillStyle = palette.ink;
    ctx.fillRect(x, y + size - 1, size, 1);
  }
}

/** The former time as a small square in its colour, where it was another; an outline where only the ghost spikes. */
function drawGhost(
  ctx: Context,
  palette: Palette,
  { grid, place, times }: MapsState,
  ghost: ArrayLike<number>,
  size: number,
): void {
  ctx.globalAlpha = 0.9;
  ctx.lineWidth = 1;
  const inner = Math.max(2, Math.round(size * 0.4));
  const inset = (size - inner) / 2;
  for (let i = 0; i < grid.count; i++) {
    const [now, before] = [times[i]!, ghost[i]!];
    if (!(before < Infinity) || Math.abs(now - before) < LEAST_SHIFT) continue;
    const [x, y] = cellCorner(grid, place, i);
    if (now < Infinity) {
      ctx.fillStyle = palette.timeColor(timeShare(before));
      ctx.fillRect(x + inset, y + inset, inner, inner);
    } else {
      ctx.strokeStyle = palette.edge;
      ctx.strokeRect(x + inset + 0.5, y + inset + 0.5, inner - 1, inner - 1);
    }
  }
}
