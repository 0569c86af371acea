import { useSession, useStoreOf } from '../kit/session-context';
import styles from './replay.module.css';
import { Scrubber } from './scrubber';

/** The run's moments where its runs are listed: drag to look back. */
export function ReplayRow() {
  const many = useStoreOf(useSession().replay.store, (s) => s.moments.length > 1);
  if (!many) return null;
  return (
    <div className={styles.row} title="Drag to see how the weights of an earlier step decide">
      <span aria-hidden>replay</span>
      <Scrubber />
    </div>
  );
}
