import { DEPTHS } from '../../view/plane/depth';
import { Panel } from '../kit/panel';
import { Segmented } from '../kit/segmented';
import { useStoreOf, useView } from '../kit/session-context';
import { NARROW, useMedia } from '../kit/use-media';
import { Answer } from './answer';
import styles from './input.module.css';
import { PadTools } from './pad-tools';
import { Plane } from './plane/plane';
import { PlaneCaption } from './plane/plane-caption';

/** The Input panel where the network reads points: the plane, and what is answered. */
export function PointInput() {
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
