import { ChevronDown } from 'lucide-react';
import { inputCount, layerNames } from '../../model/network';
import { openDialog } from '../../view/dialogs';
import { useSession, useStoreOf } from '../kit/session-context';
import { codingName } from '../../view/words/coding-name';
import styles from './header.module.css';

/** What the network is; opens its editor. */
export function NetworkChip() {
  const { network } = useSession();
  const spec = useStoreOf(network.store, (s) => s.spec);
  const layers = [inputCount(spec), ...layerNames(spec)].join(' → ');
  return (
    <button
      type="button"
      className={styles.chip}
      data-testid="network"
      aria-haspopup="dialog"
      title={`Edit the network, ${layers}`}
      onClick={() => openDialog('network')}
    >
      <span className={styles.cut} translate="no">
        {layers}
      </span>
      <span className={`${styles.soft} ${styles.wideOnly}`}>{codingName(spec)}</span>
      <ChevronDown size={13} aria-hidden />
    </button>
  );
}
