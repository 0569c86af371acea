/** The handle of a spike that can be dragged in time: a ring with an arrow to either side; around a tile the arrows alone. */
import type { Palette } from '../theme/palette';

const RADIUS = 7;
const ARROW = { from: 3, length: 5, half: 4 };

/** @param x, y of the spike's mark */
export function drawHandle(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  x: number,
  y: number,
): void {
  drawArrows(ctx, palette, x, y, RADIUS);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
  ctx.stroke();
}

/** Arrows left and right of what is about (x, y). @param half its width */
export function drawArrows(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  x: number,
  y: number,
  half: number,
): void {
  ctx.globalAlpha = 1;
  // Other marks would show through the arrows.
  ctx.lineJoin = 'round';
  for (const [color, width] of [
    [palette.panel, 4],
    [palette.ink, 1],
  ] as const) {
    ctx.strokeStyle = color;
    ctx.fillStyle = color;
    ctx.lineWidth = width;
    for (const side of [-1, 1]) {
      const at = x + side * (half + ARROW.from);
      ctx.beginPath();
      ctx.moveTo(at, y - ARROW.half);
      ctx.lineTo(at + side * ARROW.length, y);
      ctx.lineTo(at, y + ARROW.half);
      ctx.closePath();
      ctx.stroke();
      ctx.fill();
    }
  }
}
