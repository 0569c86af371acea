import { DEPTHS } from '../../view/plane/depth';
import { Panel } from '../kit/panel';
import { Segmented } from '../kit/segmented';
import { useStoreOf, useView } from '../kit/session-context';
import { useTabbed } from '../kit/use-tabbed';
import { Answer } from './answer';
import styles from './input.module.css';
import { Plane } from './plane/plane';
import { OwnBar } from './plane/own-bar';
import { PlaneCaption } from './plane/plane-caption';
import { PointTools } from './plane/point-tools';

/** The Input panel where the network reads points: the plane, and what is answered. */
export function PointInput() {
  const { session, store } = useView();
  const isOwn = useStoreOf(session.data.store, (s) => s.points?.set === 'own');
  const tabbed = useTabbed();
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
      {isOwn && <OwnBar />}
      {!tabbed && <PointTools />}
      <div className={styles.result}>{tabbed ? <PointTools /> : <Answer />}</div>
    </Panel>
  );
}
