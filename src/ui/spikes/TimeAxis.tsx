import { useMemo } from 'react';
import type { Session } from '../../session/session';
import { useSession } from '../kit/session-context';
import { changesOf, useCanvas, type Draw, type Frame } from '../kit/use-canvas';
import { AXIS_HEIGHT } from './bands';
import { derivedOf } from './derive';
import { meterPlace, scaleOf } from './frame';
import styles from './spikes.module.css';
import { axisTicks, tickLabel, toX } from './time-axis';
import { spikesView } from './view';

/** Labels under all rasters. */
export function TimeAxis() {
  const session = useSession();
  const draw = useMemo<Draw>(() => (ctx, frame) => drawTimeAxis(session, ctx, frame), [session]);
  const end = useMemo(
    () => changesOf(session.spikes.store, () => derivedOf(session).end()),
    [session],
  );
  const { ref } = useCanvas(draw, [end, spikesView(session)]);
  return <canvas ref={ref} className={styles.axis} style={{ height: AXIS_HEIGHT }} aria-hidden />;
}

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
