import { ChevronDown } from 'lucide-react';
import type { NetworkSpec } from '../../model/network';
import { inputCount, layerNames } from '../../model/network';
import { openDialog } from '../../view/dialogs';
import { useSession, useStoreOf } from '../kit/session-context';
import { trainName } from '../network/coding-words';
import styles from './header.module.css';

/** "latency, k = 1"; "phase, first spike, k = 4, s = 2"; what is not the default is added. */
export function codingName({ coding, response }: NetworkSpec): string {
  const { kernel, stride } = coding;
  const parts = [trainName({ coding }), `k = ${kernel}`];
  if (stride !== kernel) parts.push(`s = ${stride}`);
  if (response === 'exponential') parts.push('exponential');
  return parts.join(', ');
}

/** What the network is; opens its editor. */
export function NetworkChip() {
  const { network } = useSession();
  const spec = useStoreOf(network.store, (s) => s.spec);
  return (
    <button
      type="button"
      className={styles.chip}
      data-testid="network"
      aria-haspopup="dialog"
      title="Edit the network"
      onClick={() => openDialog('network')}
    >
      <span className={styles.cut} translate="no">
        {[inputCount(spec), ...layerNames(spec)].join(' → ')}
      </span>
      <span className={`${styles.soft} ${styles.wideOnly}`}>{codingName(spec)}</span>
      <ChevronDown size={13} aria-hidden />
    </button>
  );
}
