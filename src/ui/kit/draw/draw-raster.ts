/** Draws one layer's raster: a row a neuron, a mark a spike. A function of its state, nothing else. */
import type { Palette } from '../theme/palette';
import { drawHandle } from './draw-handle';
import { drawErrors, type ErrorState } from './draw-errors';
import type { Marks, RowGeometry } from '../../../view/layout/marks';
import { rowY } from '../../../view/layout/marks';
import type { Rows } from '../../../view/layout/rows';
import { axisTicks, inWindow, toX, type TimeScale } from '../../../view/time/time-axis';

/** Colour of a spike time on the page's one scale: the input window takes its first half. */
export function timeShare(t: number): number {
  return 1 - Math.exp(-0.8 * t);
}

export interface RasterState {
  times: ArrayLike<number>;
  rows: Rows;
  geometry: RowGeometry;
  marks: Marks;
  scale: TimeScale;
  /** The time cursor: what comes after it is dim. */
  cursor: number;
  /** Signed contributions to the selected neuron with their largest magnitude; null: colour by time. */
  causes: { part: Float64Array; largest: number } | null;
  /** Another layer's neuron is selected that this layer has no part in. */
  aside: boolean;
  selected: number | null;
  hovered: number | null;
  /** The spike that a press takes hold of, or that is held. */
  hand: number | null;
  /** Spike times before the last change. */
  ghost: ArrayLike<number> | null;
  /** The spikes of packed trains: the mark is their average delay, or the one spike that is emitted in their place. */
  trains: { row: number; times: number[] }[];
  /** Temporal errors in place of the marks. */
  errors: ErrorState | null;
  /** Lanes of the output are ruled. */
  lanes: boolean;
  /** The layer's deadline. */
  deadline: number;
}

/** Share of its strength a mark keeps after the cursor. */
const DIM = 0.26;

type Context = CanvasRenderingContext2D;

export function drawRaster(ctx: Context, height: number, palette: Palette, s: RasterState): void {
  drawGrid(ctx, height, palette, s);
  if (s.ghost) drawGhost(ctx, palette, s, s.ghost);
  drawTrains(ctx, palette, s);
  const size = markSize(s);
  if (s.errors) drawErrors(ctx, palette, s.marks, s.scale, s.errors);
  else if (s.causes) drawCauses(ctx, palette, s, size, s.causes);
  else drawTicks(ctx, palette, s, size);
  for (const [neuron, strong] of [
    [s.hovered, false],
    [s.selected, true],
  ] as const) {
    if (neuron !== null) drawRing(ctx, palette, s, neuron, strong);
  }
  if (s.hand !== null) {
    const row = s.rows.rowOf[s.hand] ?? -1;
    const t = s.times[s.hand]!;
    if (row >= 0 && inWindow(s.scale, t))
      drawHandle(ctx, palette, toX(s.scale, t), rowY(s.geometry, row));
  }
  ctx.globalAlpha = 1;
}

/** Height of a mark: its row's, but large enough to be seen. */
function markSize({ geometry, lanes }: RasterState): number {
  return lanes
    ? Math.max(Math.min(7, geometry.pitch), geometry.pitch - 4)
    : Math.min(10, Math.max(6, geometry.pitch * 0.9));
}

function drawGrid(ctx: Context, height: number, palette: Palette, s: RasterState): void {
  const { scale, geometry, rows } = s;
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.line;
  for (const t of axisTicks(scale, 90)) ctx.fillRect(Math.round(toX(scale, t)), 0, 1, height);
  if (s.lanes) {
    ctx.globalAlpha = 0.6;
    for (let row = 0; row < rows.neurons.length; row++) {
      ctx.fillRect(scale.left, Math.round(rowY(geometry, row)), scale.width, 1);
    }
    ctx.globalAlpha = 1;
  }
  if (inWindow(scale, s.deadline)) {
    const x = Math.round(toX(scale, s.deadline)) + 0.5;
    ctx.strokeStyle = palette.bad;
    ctx.setLineDash([3, 3]);
    ctx.beginPath();
    ctx.moveTo(x, 0);
    ctx.lineTo(x, height);
    ctx.stroke();
    ctx.setLineDash([]);
    if (scale.width < 400) return;
    ctx.fillStyle = palette.bad;
    ctx.font = `10.5px ${palette.font}`;
    ctx.textAlign = 'right';
    ctx.textBaseline = 'top';
    ctx.fillText('deadline', x - 4, 3);
  }
}

/** The former spikes: hollow, and a thin line to where the neuron spikes now. */
function drawGhost(
  ctx: Context,
  palette: Palette,
  { rows, geometry, scale, times }: RasterState,
  ghost: ArrayLike<number>,
): void {
  ctx.globalAlpha = 0.75;
  ctx.strokeStyle = palette.soft;
  ctx.lineWidth = 1;
  ctx.beginPath();
  rows.neurons.forEach((i, row) => {
    const before = ghost[i]!;
    if (!inWindow(scale, before)) return;
    const x = toX(scale, before);
    const y = rowY(geometry, row);
    ctx.moveTo(x + 2.5, y);
    ctx.arc(x, y, 2.5, 0, 2 * Math.PI);
    const now = times[i]!;
    if (!inWindow(scale, now)) return;
    const to = toX(scale, now);
    if (Math.abs(to - x) < 6) return;
    ctx.moveTo(x + Math.sign(to - x) * 2.5, y);
    ctx.lineTo(to, y);
  });
  ctx.stroke();
}

function drawTrains(
  ctx: Context,
  palette: Palette,
  { trains, geometry, scale }: RasterState,
): void {
  ctx.fillStyle = palette.soft;
  ctx.globalAlpha = 0.4;
  const height = Math.min(5, Math.max(2, geometry.pitch * 0.6));
  for (const { row, times } of trains) {
    const y = rowY(geometry, row) - height / 2;
    for (const t of times) if (inWindow(scale, t)) ctx.fillRect(toX(scale, t) - 0.5, y, 1, height);
  }
}

function drawTicks(ctx: Context, palette: Palette, s: RasterState, size: number): void {
  const { marks, times } = s;
  const width = s.lanes ? 6 : 4.5;
  for (let k = 0; k < marks.count; k++) {
    const t = times[marks.neuron[k]!]!;
    const past = t <= s.cursor;
    ctx.globalAlpha = (past ? 1 : palette.pale(DIM)) * (s.aside ? 0.55 : 1);
    ctx.fillStyle = past && !s.aside ? palette.timeColor(timeShare(t)) : palette.soft;
    ctx.fillRect(marks.x[k]! - width / 2, marks.y[k]! - size / 2, width, size);
  }
}

/** Excitatory: filled, pointing up; inhibitory: hollow, pointing down; the larger the stronger. Others are dots. */
function drawCauses(
  ctx: Context,
  palette: Palette,
  s: RasterState,
  size: number,
  { part, largest }: { part: Float64Array; largest: number },
): void {
  const { marks, times } = s;
  ctx.lineWidth = 1.4;
  for (let k = 0; k < marks.count; k++) {
    const i = marks.neuron[k]!;
    const x = marks.x[k]!;
    const y = marks.y[k]!;
    const value = largest > 0 ? part[i]! / largest : 0;
    const past = times[i]! <= s.cursor ? 1 : palette.pale(DIM);
    if (value === 0) {
      ctx.globalAlpha = 0.4 * past;
      ctx.fillStyle = palette.soft;
      ctx.fillRect(x - 1.5, y - 1.5, 3, 3);
      continue;
    }
    const strength = Math.sqrt(Math.abs(value));
    const r = 2.4 + strength * Math.min(3.2, size / 2);
    ctx.globalAlpha = (0.45 + 0.55 * strength) * past;
    triangle(ctx, x, y, r, value > 0);
    if (value > 0) {
      ctx.fillStyle = palette.excitatory;
      ctx.fill();
    } else {
      ctx.strokeStyle = palette.inhibitory;
      ctx.stroke();
    }
  }
}

function triangle(ctx: Context, x: number, y: number, r: number, up: boolean): void {
  const d = up ? 1 : -1;
  ctx.beginPath();
  ctx.moveTo(x, y - d * r);
  ctx.lineTo(x + r, y + d * r * 0.8);
  ctx.lineTo(x - r, y + d * r * 0.8);
  ctx.closePath();
}

/** A ring where the neuron spikes; a silent one has its row marked at the left edge. */
function drawRing(
  ctx: Context,
  palette: Palette,
  { rows, geometry, scale, times }: RasterState,
  neuron: number,
  strong: boolean,
): void {
  const row = rows.rowOf[neuron] ?? -1;
  if (row < 0) return;
  const y = rowY(geometry, row);
  const t = times[neuron]!;
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = strong ? 2 : 1.2;
  if (strong) {
    ctx.fillStyle = palette.ink;
    ctx.globalAlpha = 0.09;
    const height = Math.max(3, Math.min(geometry.pitch, 14));
    ctx.fillRect(scale.left, y - height / 2, scale.width, height);
    ctx.globalAlpha = 1;
  }
  ctx.beginPath();
  if (inWindow(scale, t)) ctx.arc(toX(scale, t), y, 7, 0, 2 * Math.PI);
  else {
    ctx.moveTo(scale.left - 5, y - 4);
    ctx.lineTo(scale.left - 1, y);
    ctx.lineTo(scale.left - 5, y + 4);
  }
  ctx.stroke();
}
