/** The column right of the rasters: what has happened by the time of the cursor. */
import { formatCount } from '../../../words/numbers';
import type { Palette } from '../theme/palette';
import { rowY, type RowGeometry } from '../../../view/layout/marks';

export interface MeterPlace {
  left: number;
  width: number;
}

/** Potentials below 0 get this share of the bar's length. */
const BELOW = 0.25;

/** A bar a lane: the output's potential on its way to the threshold, which is the bar's right end. */
export function drawPotentialMeters(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { left, width }: MeterPlace,
  geometry: RowGeometry,
  shares: ArrayLike<number>,
  fired: (c: number) => boolean,
): void {
  const zero = left + width * BELOW;
  const length = width * (1 - BELOW);
  const height = Math.max(2, Math.min(7, geometry.pitch - 4));
  for (let c = 0; c < shares.length; c++) {
    const y = rowY(geometry, c) - height / 2;
    ctx.fillStyle = palette.line;
    ctx.fillRect(zero, y, length, height);
    const share = shares[c]!;
    if (fired(c)) {
      ctx.fillStyle = palette.ink;
      ctx.fillRect(zero, y, length, height);
    } else if (share >= 0) {
      ctx.fillStyle = palette.excitatory;
      ctx.fillRect(zero, y, length * Math.min(share, 1), height);
    } else {
      const below = Math.min(-share, BELOW / (1 - BELOW)) * length;
      ctx.fillStyle = palette.inhibitory;
      ctx.fillRect(zero - below, y, below, height);
    }
    ctx.fillStyle = palette.soft;
    ctx.fillRect(zero - 0.5, y - 1.5, 1, height + 3);
    ctx.fillRect(zero + length, y - 1.5, 1.5, height + 3);
  }
}

/** "77 fired", in the middle of a band. */
export function drawFiredCount(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  { left }: MeterPlace,
  height: number,
  fired: number,
): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.ink;
  ctx.font = `600 12px ${palette.font}`;
  ctx.fillText(formatCount(fired), left, height / 2 - 7);
  ctx.fillStyle = palette.soft;
  ctx.font = `11px ${palette.font}`;
  ctx.fillText('fired', left, height / 2 + 7);
}
