import { addDigits } from '../../data/taught/taught';
import type { Teach } from '../../session/teach/teach';
import { useStoreOf } from '../kit/session-context';
import styles from './teach.module.css';

/** Whether MNIST's digits are learned beside the own classes. */
export function Digits({ teaching: { taught } }: { teaching: Teach }) {
  const digits = useStoreOf(taught.store, (s) => s.taught.digits);
  return (
    <label className={styles.digits}>
      <input
        type="checkbox"
        data-testid="teach-digits"
        checked={digits}
        onChange={(event) => {
          const { checked } = event.target;
          taught.edit((all) => addDigits(all, checked));
        }}
      />
      <span>Learn MNIST’s ten digits beside them</span>
    </label>
  );
}
