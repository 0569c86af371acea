import { openDialog } from '../../view/dialogs';
import styles from './robustness.module.css';

/** The way to the robustness, a line of the training panel. */
export function RobustnessRow() {
  return (
    <button
      type="button"
      className={styles.open}
      data-testid="robustness"
      aria-haspopup="dialog"
      onClick={() => openDialog('robustness')}
    >
      <span>Robustness…</span>
      <span>accuracy on imprecise hardware</span>
    </button>
  );
}
