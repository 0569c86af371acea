/** Draws the labels of the time axis that all rasters share. */
import { axisTicks, tickLabel, toX } from '../../../view/time/time-axis';
import type { Frame } from '../use-canvas';
import { meterPlace, scaleOf } from './frame';
import type { View } from '../../../view/view';

export function drawTimeAxis(
  view: View,
  ctx: CanvasRenderingContext2D,
  { width, palette }: Frame,
): void {
  const { window } = view.store.getState();
  const scale = scaleOf(width, window ?? { start: 0, end: view.derived.end() });
  const all = axisTicks(scale, 90);
  ctx.font = `11.5px ${palette.font}`;
  ctx.fillStyle = palette.soft;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'center';
  for (const t of all) ctx.fillText(tickLabel(t, all), toX(scale, t), 7);
}

/** What the meters beside the outputs show; on the page these words are a term (spikes/time-labels.tsx). */
export function drawShareName(ctx: CanvasRenderingContext2D, { width, palette }: Frame): void {
  ctx.fillStyle = palette.soft;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'right';
  ctx.font = `10.5px ${palette.font}`;
  ctx.fillText('V / θ', meterPlace(width).left + meterPlace(width).width, 7);
}
