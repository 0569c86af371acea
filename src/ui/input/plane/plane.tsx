import { useEffect, useId, useMemo } from 'react';
import { createPlaneScene, type PlaneScene } from '../../../view/plane/plane-scene';
import { useStoreOf, useView } from '../../kit/session-context';
import { VisuallyHidden } from '../../kit/visually-hidden';
import styles from '../input.module.css';
import { PlaneCursor } from './plane-cursor';
import { PlaneGround } from './plane-ground';
import { planeKeys } from './plane-keys';
import { planePointer } from './plane-pointer';
import plane from './plane.module.css';
import { createPointPen } from './point-pen';

/** The plane of points: who answers where, the points of the set, and the point that the network looks at, to be dragged. */
export function Plane() {
  const view = useView();
  const { stimulus, maps } = view.session;
  const id = useId();
  const scene = useMemo(() => createPlaneScene(view), [view]);
  const pen = useMemo(() => createPointPen(stimulus), [stimulus]);
  const pointer = useMemo(() => planePointer(pen, () => scene.point()), [pen, scene]);
  const keys = useMemo(() => planeKeys(pen, () => scene.point()), [pen, scene]);
  useEffect(() => maps.watch(), [maps]);
  return (
    <div className={styles.pad}>
      <div
        data-testid="plane"
        className={`${styles.surface} ${plane.surface}`}
        role="application"
        aria-label="Plane of points"
        aria-describedby={`${id}-how`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes the arrows itself
        tabIndex={0}
        {...pointer}
        {...keys}
      >
        <PlaneGround scene={scene} />
        <PlaneCursor scene={scene} />
      </div>
      <VisuallyHidden id={`${id}-how`}>
        Click or drag with mouse, pen or finger to move the point. With the keyboard: arrow keys
        move it, shift makes it move farther.
      </VisuallyHidden>
      <Shown scene={scene} />
    </div>
  );
}

/** Says what is shown while a neuron is pointed at in the circuit, else what the plane is for. */
function Shown({ scene }: { scene: PlaneScene }) {
  const { session, store } = useView();
  useStoreOf(session.maps.store);
  useStoreOf(store, (s) => s.shows);
  const caption = useStoreOf(session.playback.store, () => scene.neuronMap()?.caption);
  if (!caption) return <Invitation />;
  return (
    <span className={styles.invitation} data-testid="plane-shows">
      {caption}
    </span>
  );
}

/** Says what the plane is for, for as long as no point has been set or dragged. */
function Invitation() {
  const { stimulus } = useView().session;
  const moved = useStoreOf(stimulus.store, (s) => s.strokes.length > 0);
  const isSet = useStoreOf(stimulus.store, (s) => s.image[4] !== 0);
  if (moved) return null;
  return (
    <span className={styles.invitation} aria-hidden>
      {isSet ? 'drag the point' : 'click to set a point'}
    </span>
  );
}
