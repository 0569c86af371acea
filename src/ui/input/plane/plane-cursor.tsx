import { useCallback, useMemo } from 'react';
import type { PlaneScene } from '../../../view/plane/plane-scene';
import { changesOf } from '../../kit/changes-of';
import { drawContour, drawPlaneCursor } from '../../kit/draw/draw-plane';
import { useView } from '../../kit/session-context';
import { useCanvas, type Draw } from '../../kit/use-canvas';

/** The point that the network looks at, and where the selected neuron spikes when it does there. */
export function PlaneCursor({ scene }: { scene: PlaneScene }) {
  const { session, store } = useView();
  const draw = useCallback<Draw>(
    (context, frame) => {
      const { palette } = frame;
      const equal = scene.equalTimes();
      if (equal) {
        context.strokeStyle = palette.panel;
        context.lineWidth = 4;
        drawContour(context, frame, equal);
        context.strokeStyle = palette.ink;
        context.lineWidth = 1.75;
        drawContour(context, frame, equal);
      }
      const at = scene.point();
      if (at) drawPlaneCursor(context, frame, at, palette);
    },
    [scene],
  );
  const stores = useMemo(
    () => [
      session.stimulus.store,
      session.spikes.store,
      session.maps.store,
      store,
      changesOf(session.playback.store, (s) => s.selected),
    ],
    [session, store],
  );
  const { ref } = useCanvas(draw, stores);
  return <canvas ref={ref} aria-hidden />;
}
