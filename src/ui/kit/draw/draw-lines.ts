/** Draws the moments that all layers share over one layer's raster: the decision and the time cursor. */
import type { Palette } from '../theme/palette';
import { inWindow, toX, type TimeScale } from '../../../view/time/time-axis';

/** @param decision null, or out of sight: nothing is drawn */
export function drawDecision(
  ctx: CanvasRenderingContext2D,
  height: number,
  palette: Palette,
  scale: TimeScale,
  decision: number | null,
): void {
  if (decision === null || !inWindow(scale, decision)) return;
  ctx.fillStyle = palette.ink;
  ctx.fillRect(toX(scale, decision) - 0.75, 0, 1.5, height);
}

/** @param decision time of the first output spike, null without one */
export function drawLines(
  ctx: CanvasRenderingContext2D,
  height: number,
  palette: Palette,
  scale: TimeScale,
  decision: number | null,
  cursor: number,
): void {
  drawDecision(ctx, height, palette, scale, decision);
  ctx.fillStyle = palette.ink;
  // A cursor out of sight waits at the edge it left by.
  ctx.globalAlpha = inWindow(scale, cursor) ? 0.55 : 0.2;
  ctx.fillRect(toX(scale, Math.min(Math.max(cursor, scale.start), scale.end)) - 0.5, 0, 1, height);
  ctx.globalAlpha = 1;
}
