import { useMemo, type ReactNode } from 'react';
import { isPointSize } from '../../data/points/point';
import { useTabbed } from '../kit/use-tabbed';
import { Panel } from '../kit/panel';
import { Segmented } from '../kit/segmented';
import { useStoreOf, useView } from '../kit/session-context';
import { Answer } from './answer';
import { DrawingPad } from './drawing-pad';
import { OtherView } from './other-view';
import { PadCaption } from './pad-caption';
import { PadTools } from './pad-tools';
import { createScene } from './scene';
import { showOnPad } from '../../view/pad-view';
import styles from './input.module.css';

const VIEWS = [
  { value: 'ink', label: 'ink' },
  { value: 'times', label: 'spike times' },
] as const;

interface Pictures {
  /** What puts a picture onto the pad. */
  tools?: ReactNode;
  /** What is said of the picture on the pad. */
  picture?: ReactNode;
}

/**
 * What the network looks at, and what it makes of it: a drawing, or a point on the plane.
 * @param points what is shown where the network reads points, a `PointInput`
 */
export function InputPanel({ points, ...pictures }: { points: ReactNode } & Pictures) {
  const { session } = useView();
  const reads = useStoreOf(session.network.store, (s) => isPointSize(s.spec.input));
  return reads ? points : <DrawingInput {...pictures} />;
}

function DrawingInput({ tools, picture }: Pictures) {
  const view = useView();
  const { session } = view;
  const scene = useMemo(() => createScene(view), [view]);
  const tabbed = useTabbed();
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
      {!tabbed && <PadTools pictures={tools} />}
      {picture}
      <div className={styles.result}>
        <OtherView scene={scene} />
        {tabbed ? <PadTools pictures={tools} /> : <Answer />}
      </div>
    </Panel>
  );
}
