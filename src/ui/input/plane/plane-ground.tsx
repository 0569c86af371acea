import { useCallback, useMemo } from 'react';
import type { PlaneScene } from '../../../view/plane/plane-scene';
import { changesOf } from '../../kit/changes-of';
import {
  drawContour,
  drawPlaneMarks,
  drawPlanePixels,
  hatchPlane,
  planePixels,
} from '../../kit/draw/draw-plane';
import { useView } from '../../kit/session-context';
import { useCanvas, type Draw } from '../../kit/use-canvas';

/** Narrower than this, points are drawn smaller. */
const WIDE = 200;

/** Who answers where, and points of the set. */
export function PlaneGround({ scene }: { scene: PlaneScene }) {
  const { session, store } = useView();
  const room = useMemo(() => document.createElement('canvas'), []);
  const draw = useCallback<Draw>(
    (context, frame) => {
      const { palette, width } = frame;
      const shown = scene.ground();
      if (shown) {
        const { classes, depth, isSilent, ties } = shown;
        drawPlanePixels(context, frame, planePixels(classes, depth, palette), room);
        hatchPlane(context, frame, isSilent, palette.edge);
        context.strokeStyle = palette.ink;
        context.lineWidth = 1;
        for (const pieces of ties) drawContour(context, frame, pieces);
      }
      drawPlaneMarks(context, frame, scene.marks(), palette, width > WIDE ? 3 : 2.2);
    },
    [scene, room],
  );
  const stores = useMemo(
    () => [
      session.maps.store,
      changesOf(session.data.store, (s) => s.test.set),
      changesOf(session.network.store, (s) => s.evaluation),
      changesOf(session.playback.store, (s) => s.t),
      changesOf(store, (s) => s.depth),
    ],
    [session, store],
  );
  const { ref } = useCanvas(draw, stores);
  return <canvas ref={ref} aria-hidden />;
}
