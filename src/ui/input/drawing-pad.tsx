import { useCallback, useEffect, useId, useMemo, type PointerEvent } from 'react';
import { hasClassNames } from '../../model/class-names';
import { useSession, useStoreOf, useView } from '../kit/session-context';
import { changesOf } from '../kit/changes-of';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { VisuallyHidden } from '../kit/visually-hidden';
import { padKeys } from './pad-keys';
import { padPointer } from './pad-pointer';
import { createPen, pointOn, type Pen } from './pen';
import type { Scene } from './scene';
import { neuronAt } from './spike-image';
import { padShows } from '../../view/pad-view';
import styles from './input.module.css';

/** Where people draw; it shows the ink as it is drawn, or the spike times it becomes. */
export function DrawingPad({ scene }: { scene: Scene }) {
  const view = useView();
  const { session } = view;
  const { stimulus, network, playback } = session;
  const id = useId();
  const pen = useMemo(() => createPen(stimulus), [stimulus]);
  const pointer = useMemo(() => padPointer(pen), [pen]);
  const keys = useMemo(() => padKeys(pen), [pen]);
  useEffect(() => {
    const tell = (penDown: boolean) => {
      if (view.store.getState().penDown !== penDown) view.store.setState({ penDown });
    };
    const stop = pen.store.subscribe(({ down }) => tell(down));
    return () => {
      stop();
      tell(false);
    };
  }, [view, pen]);
  const stores = useMemo(
    () => [
      stimulus.store,
      changesOf(network.store, (s) => s.spec),
      changesOf(playback.store, () => scene.spiked()),
      changesOf(playback.store, (s) => s.performing),
      changesOf(playback.store, (s) => s.hovered),
      changesOf(playback.store, (s) => s.selected),
      view.store,
      pen.store,
    ],
    [scene, view, stimulus, network, playback, pen],
  );
  const draw = useCallback<Draw>(
    (context, frame) => {
      const { down, at } = pen.store.getState();
      // While the pen is down the pad shows the ink, whichever view is chosen.
      scene.draw(context, frame, down ? 'ink' : padShows(view));
      if (!at) return;
      const { excitatory, soft } = frame.palette;
      const [x, y] = [at.x * frame.width, at.y * frame.height];
      context.strokeStyle = down ? excitatory : soft;
      context.lineWidth = 1.5;
      context.beginPath();
      context.moveTo(x - 9, y);
      context.lineTo(x + 9, y);
      context.moveTo(x, y - 9);
      context.lineTo(x, y + 9);
      context.stroke();
    },
    [scene, view, pen],
  );
  const { ref } = useCanvas(draw, stores);

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    pointer.onPointerMove(event);
    if (pen.isDown() || padShows(view) !== 'times') return playback.hover(null);
    const at = pointOn(event.currentTarget.getBoundingClientRect(), event);
    const neuron = neuronAt(scene.spikeImage(), at.x, at.y, 1, 1);
    playback.hover(neuron === null ? null : { layer: 0, neuron });
  };

  return (
    <div className={styles.pad}>
      <div
        data-testid="drawing-pad"
        className={styles.surface}
        role="application"
        aria-label="Drawing pad"
        aria-describedby={`${id}-how`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes arrows and space itself
        tabIndex={0}
        {...pointer}
        {...keys}
        onPointerMove={onPointerMove}
        onPointerLeave={() => playback.hover(null)}
      >
        <canvas ref={ref} aria-hidden />
      </div>
      <VisuallyHidden id={`${id}-how`}>
        Draw a digit with pen, finger or mouse. With the keyboard: arrow keys move the pen, space or
        enter puts it down and lifts it, shift makes it move farther.
      </VisuallyHidden>
      <PenPlace pen={pen} />
      <Invitation />
    </div>
  );
}

/** Where the arrow keys have brought the pen, in pixels of what the network sees; a pen that is moved by hand says nothing. */
function PenPlace({ pen }: { pen: Pen }) {
  const { down, at } = useStoreOf(pen.store);
  const { width, height } = useStoreOf(useSession().network.store, (s) => s.spec.input);
  const place =
    at && `x ${Math.floor(at.x * (width - 1e-9))}, y ${Math.floor(at.y * (height - 1e-9))}`;
  return (
    <VisuallyHidden aria-live="polite" data-testid="pen-place">
      {place ? `${place}, pen ${down ? 'down' : 'up'}` : ''}
    </VisuallyHidden>
  );
}

/** Says what the pad is for, for as long as nothing has been drawn. */
function Invitation() {
  const { session, store } = useView();
  const { network, stimulus } = session;
  const named = useStoreOf(network.store, (s) => hasClassNames(s.spec));
  const teaching = useStoreOf(store, (s) => s.teaching);
  const blank = useStoreOf(stimulus.store, (s) => s.kind === 'drawing');
  const drawn = useStoreOf(stimulus.store, (s) => s.strokes.length > 0 || s.picture !== null);
  if (drawn) return null;
  return (
    <span
      className={blank ? `${styles.invitation} ${styles.middle}` : styles.invitation}
      aria-hidden
    >
      {blank
        ? named || teaching
          ? 'draw here'
          : 'draw a digit here'
        : 'draw here to try your own'}
    </span>
  );
}
