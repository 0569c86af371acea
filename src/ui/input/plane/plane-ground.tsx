import { useCallback, useMemo } from 'react';
import { ownEditorOf } from '../../../view/plane/own-editor';
import type { PlaneScene } from '../../../view/plane/plane-scene';
import { changesOf } from '../../kit/changes-of';
import {
  drawContour,
  drawPlanePixels,
  hatchPlane,
  planePixels,
  timePixels,
} from '../../kit/draw/draw-plane';
import { pacedCursor } from '../../kit/paced-cursor';
import { useView } from '../../kit/session-context';
import { useCanvas, type Draw } from '../../kit/use-canvas';
import { createMarksLayer } from './marks-layer';

/** Times a second that the map follows a cursor that plays: it changes little between, and the circuit is to have its frames. */
const FOLLOWS = 15;

/** Who answers where, and points of the set; while a neuron is pointed at in the circuit, when it fires. */
export function PlaneGround({ scene }: { scene: PlaneScene }) {
  const view = useView();
  const { session, store } = view;
  const room = useMemo(() => document.createElement('canvas'), []);
  const marks = useMemo(() => createMarksLayer(), []);
  const draw = useCallback<Draw>(
    (context, frame) => {
      const { palette, width, height } = frame;
      const asked = scene.neuronMap();
      if (asked) {
        const { times } = asked;
        drawPlanePixels(context, frame, timePixels(times, palette), room);
        hatchPlane(context, frame, (place) => times[place] === Infinity, palette.edge);
        return;
      }
      const shown = scene.ground();
      if (shown) {
        const { classes, depth, isSilent, ties } = shown;
        drawPlanePixels(context, frame, planePixels(classes, depth, palette), room);
        hatchPlane(context, frame, isSilent, palette.edge);
        context.strokeStyle = palette.ink;
        context.lineWidth = 1;
        for (const pieces of ties) drawContour(context, frame, pieces);
      }
      context.drawImage(marks(scene.marks(), frame), 0, 0, width, height);
    },
    [scene, room, marks],
  );
  const stores = useMemo(
    () => [
      session.maps.store,
      changesOf(ownEditorOf(view).store, (s) => s.points),
      changesOf(session.data.store, (s) => s.test.set),
      changesOf(session.network.store, (s) => s.evaluation),
      changesOf(session.playback.store, (s) => s.hovered),
      pacedCursor(session.playback.store, FOLLOWS),
      changesOf(store, (s) => s.depth),
      changesOf(store, (s) => s.shows),
    ],
    [view, session, store],
  );
  const { ref } = useCanvas(draw, stores);
  return <canvas ref={ref} aria-hidden />;
}
