/** Draws speed against accuracy: what the test set gains by waiting. */
import type { SpeedCurve } from '../../../session/background/forced';
import { axisTicks, tickLabel, toX, type TimeScale } from '../../../view/time/time-axis';
import type { Palette } from '../../kit/theme/palette';

export interface SpeedState {
  curve: SpeedCurve;
  /** Shown time: [0, end]. */
  end: number;
  cursor: number;
  /** Both shares at the cursor. */
  at: { accuracy: number; answered: number };
}

const PAD = { left: 38, right: 14, top: 8, bottom: 20 };

export function speedScale(width: number, end: number): TimeScale {
  return { start: 0, end, left: PAD.left, width: Math.max(20, width - PAD.left - PAD.right) };
}

export function drawSpeed(
  ctx: CanvasRenderingContext2D,
  width: number,
  height: number,
  palette: Palette,
  { curve, end, cursor, at }: SpeedState,
): void {
  const scale = speedScale(width, end);
  const bottom = height - PAD.bottom;
  const y = (share: number) => bottom - share * (bottom - PAD.top);
  const right = scale.left + scale.width;
  ctx.globalAlpha = 1;
  ctx.font = `11px ${palette.font}`;
  ctx.fillStyle = palette.soft;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  for (const share of [0, 0.5, 1]) {
    const line = Math.round(y(share)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(scale.left, line);
    ctx.lineTo(right, line);
    ctx.stroke();
    ctx.fillText(`${share * 100} %`, scale.left - 5, y(share));
  }
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  const ticks = axisTicks(scale, 80);
  for (const t of ticks) ctx.fillText(tickLabel(t, ticks), toX(scale, t), bottom + 6);

  const path = (values: number[]) => {
    ctx.beginPath();
    for (let k = 0; k < curve.times.length; k++) {
      const t = Math.min(curve.times[k]!, end);
      ctx.lineTo(toX(scale, t), y(values[k]!));
      if (curve.times[k]! >= end) break;
    }
    const last = curve.times.at(-1)!;
    if (last < end) ctx.lineTo(right, y(values.at(-1)!));
    ctx.stroke();
  };
  ctx.strokeStyle = palette.soft;
  ctx.lineWidth = 1.3;
  ctx.setLineDash([4, 3]);
  path(curve.answered);
  ctx.setLineDash([]);
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 2;
  path(curve.accuracy);

  if (cursor > end) return;
  const x = toX(scale, cursor);
  ctx.globalAlpha = 0.55;
  ctx.fillStyle = palette.ink;
  ctx.fillRect(Math.round(x), PAD.top, 1, bottom - PAD.top);
  ctx.globalAlpha = 1;
  for (const [share, fill] of [
    [at.answered, palette.panel],
    [at.accuracy, palette.ink],
  ] as const) {
    ctx.beginPath();
    ctx.arc(x, y(share), 4, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = 1.5;
    ctx.fill();
    ctx.stroke();
  }
}
