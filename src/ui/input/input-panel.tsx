import { useMemo } from 'react';
import { isPointSize } from '../../data/points/point';
import { NARROW, useMedia } from '../kit/use-media';
import { Panel } from '../kit/panel';
import { Segmented } from '../kit/segmented';
import { useStoreOf, useView } from '../kit/session-context';
import { Answer } from './answer';
import { DrawingPad } from './drawing-pad';
import { OtherView } from './other-view';
import { PadCaption } from './pad-caption';
import { PadTools } from './pad-tools';
import { DEPTHS } from '../../view/plane/depth';
import { Plane } from './plane/plane';
import { PlaneCaption } from './plane/plane-caption';
import { createScene } from './scene';
import { showOnPad } from '../../view/pad-view';
import styles from './input.module.css';

const VIEWS = [
  { value: 'ink', label: 'ink' },
  { value: 'times', label: 'spike times' },
] as const;

/** What the network looks at, and what it makes of it: a point on the plane, or a drawing. */
export function InputPanel() {
  const { session } = useView();
  const points = useStoreOf(session.network.store, (s) => isPointSize(s.spec.input));
  return points ? <PointInput /> : <DrawingInput />;
}

function PointInput() {
  const { store } = useView();
  const narrow = useMedia(NARROW);
  const depth = useStoreOf(store, (s) => s.depth);
  return (
    <Panel
      title="Input"
      className={styles.panel}
      aside={
        <Segmented
          label="Strength of colour says"
          value={depth}
          options={DEPTHS}
          onChange={(next) => store.setState({ depth: next })}
        />
      }
    >
      <Plane />
      <PlaneCaption />
      {!narrow && <PadTools />}
      <div className={styles.result}>{narrow ? <PadTools /> : <Answer />}</div>
    </Panel>
  );
}

function DrawingInput() {
  const view = useView();
  const { session } = view;
  const scene = useMemo(() => createScene(view), [view]);
  const narrow = useMedia(NARROW);
  const kind = useStoreOf(session.stimulus.store, (s) => s.kind);
  const shows = useStoreOf(view.store, (s) => s.pad[kind]);
  return (
    <Panel
      title="Input"
      className={styles.panel}
      aside={
        <Segmented
          label="Show the input as"
          value={shows}
          options={VIEWS}
          onChange={(next) => showOnPad(view, next)}
        />
      }
    >
      <DrawingPad scene={scene} />
      <PadCaption scene={scene} />
      {!narrow && <PadTools />}
      <div className={styles.result}>
        <OtherView scene={scene} />
        {narrow ? <PadTools /> : <Answer />}
      </div>
    </Panel>
  );
}
