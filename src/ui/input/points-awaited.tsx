import { Panel } from '../kit/panel';
import styles from './input.module.css';

/** Stands in the place of the plane until it has come, as large, so that nothing below it moves. */
export function PointsAwaited() {
  return (
    <Panel title="Input" className={styles.panel}>
      <div className={styles.pad}>
        <div className={styles.surface} />
      </div>
    </Panel>
  );
}
