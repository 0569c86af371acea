/** Draws the labels of the time axis that all rasters share. */
import type { Session } from '../../../session/session';
import { derivedOf } from '../../../view/scene/derive';
import { spikesView } from '../../../view/spikes-view';
import { axisTicks, tickLabel, toX } from '../../../view/time/time-axis';
import type { Frame } from '../use-canvas';
import { meterPlace, scaleOf } from './frame';

export function drawTimeAxis(
  session: Session,
  ctx: CanvasRenderingContext2D,
  { width, palette }: Frame,
): void {
  const { window } = spikesView(session).getState();
  const scale = scaleOf(width, window ?? { start: 0, end: derivedOf(session).end() });
  const all = axisTicks(scale, 90);
  ctx.font = `11.5px ${palette.font}`;
  ctx.fillStyle = palette.soft;
  ctx.textBaseline = 'top';
  ctx.textAlign = 'center';
  for (const t of all) ctx.fillText(tickLabel(t, all), toX(scale, t), 7);
  ctx.textAlign = 'right';
  ctx.font = `10.5px ${palette.font}`;
  ctx.fillText('V / θ', meterPlace(width).left + meterPlace(width).width, 7);
}
