import { useMemo } from 'react';
import { useCanvas, type Draw, type Frame } from '../kit/use-canvas';
import { AXIS_HEIGHT } from '../../view/layout/bands';
import { drawTimeAxis } from '../kit/draw/draw-time-axis';
import { scaleOf } from '../kit/draw/frame';
import styles from './spikes.module.css';
import { inWindow, toX } from '../../view/time/time-axis';
import { Term } from '../kit/term/term';
import type { View } from '../../view/view';
import { useView } from '../kit/session-context';

/** Labels under all rasters, and the handle of the time cursor. */
export function TimeAxis() {
  const view = useView();
  const { session } = view;
  const draw = useMemo<Draw>(
    () => (ctx, frame) => {
      drawTimeAxis(view, ctx, frame);
      drawHandle(view, ctx, frame);
    },
    [view],
  );
  const { ref } = useCanvas(draw, [session.spikes.store, session.playback.store, view.store]);
  return (
    <>
      <canvas ref={ref} className={styles.axis} style={{ height: AXIS_HEIGHT }} aria-hidden />
      <span className={styles.shareName}>
        <Term name="share">V / θ</Term>
      </span>
    </>
  );
}

/** Where the cursor's line, which the rasters draw, can be taken hold of. */
function drawHandle(view: View, ctx: CanvasRenderingContext2D, { width, palette }: Frame): void {
  const { derived } = view;
  const window = view.store.getState().window ?? { start: 0, end: derived.end() };
  const scale = scaleOf(width, window);
  const t = derived.cursor();
  const x = toX(scale, Math.min(Math.max(t, scale.start), scale.end));
  ctx.globalAlpha = inWindow(scale, t) ? 1 : 0.35;
  ctx.fillStyle = palette.ink;
  ctx.beginPath();
  ctx.moveTo(x, 0);
  ctx.lineTo(x + 6, 9);
  ctx.lineTo(x - 6, 9);
  ctx.closePath();
  ctx.fill();
  ctx.globalAlpha = 1;
}
