import { formatCount } from '../kit/format';
import { useSession, useStoreOf } from '../kit/session-context';
import styles from './replay.module.css';

/** Beside an answer that is a replay's: nothing while the present is shown. */
export function ReplayMark() {
  const at = useStoreOf(useSession().replay.store, (s) => s.at);
  return at && <span className={styles.mark}>{`replay of step ${formatCount(at.step)}`}</span>;
}
