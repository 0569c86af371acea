import { useEffect, useId, useMemo, type KeyboardEvent } from 'react';
import { ownEditorOf } from '../../../view/plane/own-editor';
import { createPlaneScene, type PlaneScene } from '../../../view/plane/plane-scene';
import { useStoreOf, useView } from '../../kit/session-context';
import { VisuallyHidden } from '../../kit/visually-hidden';
import styles from '../input.module.css';
import { ownKeys } from './own-keys';
import { PlaneCursor } from './plane-cursor';
import { PlaneGround } from './plane-ground';
import { planeKeys } from './plane-keys';
import { planePointer } from './plane-pointer';
import plane from './plane.module.css';
import { createPointPen } from './point-pen';

const HOW =
  'Click or drag with mouse, pen or finger to move the point. With the keyboard: arrow keys move it, shift makes it move farther.';
const HOW_OWN =
  'The keys 0 to 3 choose a class: then a press, a way dragged and Enter lay points of it. Escape: a press moves the point again.';

/**
 * The plane of points: who answers where, the points of the set, and the point that the network looks at, to be dragged. Own points are
 * laid on it.
 */
export function Plane() {
  const view = useView();
  const { data, stimulus, maps } = view.session;
  const id = useId();
  const scene = useMemo(() => createPlaneScene(view), [view]);
  const own = ownEditorOf(view);
  const asks = useStoreOf(own.store, (s) => s.pen === null);
  const pen = useMemo(() => createPointPen(stimulus), [stimulus]);
  const pointer = useMemo(
    () => (asks ? planePointer(pen, () => scene.point()) : planePointer(own, () => null)),
    [asks, pen, own, scene],
  );
  const keys = useMemo(() => {
    const point = () => scene.point();
    const [onOwnKey, moving] = [ownKeys(view, point), planeKeys(pen, point)];
    const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
      if (!onOwnKey(event)) moving.onKeyDown(event);
    };
    return { ...moving, onKeyDown };
  }, [view, pen, scene]);
  const isOwn = useStoreOf(data.store, (s) => s.points?.set === 'own');
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
      <VisuallyHidden id={`${id}-how`}>{isOwn ? `${HOW} ${HOW_OWN}` : HOW}</VisuallyHidden>
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

/** Says what the plane is for, for as long as no point has been set or dragged, or laid. */
function Invitation() {
  const view = useView();
  const { stimulus } = view.session;
  const { pen, past } = useStoreOf(ownEditorOf(view).store);
  const moved = useStoreOf(stimulus.store, (s) => s.strokes.length > 0);
  const isSet = useStoreOf(stimulus.store, (s) => s.image[4] !== 0);
  const words =
    pen !== null
      ? 'click or drag to lay points'
      : isSet
        ? 'drag the point'
        : 'click to set a point';
  if (pen !== null ? past.length > 0 : moved) return null;
  return (
    <span className={styles.invitation} aria-hidden>
      {words}
    </span>
  );
}
