/** Figures of the test set say which step they belong to, and are dimmed once the weights have moved on. */
import { evaluationAt, type Measured } from '../../session/training/measured';
import { formatCount, formatPercent } from '../../words/numbers';
import styles from './measured-at.module.css';
import { useSession, useStoreOf } from './session-context';

/** Of the evaluation on the page; null without one. */
export function useMeasured(): Measured | null {
  const { network, training } = useSession();
  const step = useStoreOf(network.store, (s) => (s.evaluation ? s.evaluatedStep : null));
  const old = useStoreOf(
    training.store,
    (s) => evaluationAt(network.store.getState(), s)?.old ?? false,
  );
  return step === null ? null : { step, old };
}

/** The style of a figure: dimmed where it is old. */
export const dimmed = (measured: Measured | null): string | undefined =>
  measured?.old ? styles.old : undefined;

/** "step 938"; empty where no step has been made yet, so that there are no other weights. */
export function measuredWords(measured: Measured | null): string {
  if (!measured || (measured.step === 0 && !measured.old)) return '';
  return `step ${formatCount(measured.step)}`;
}

/** The step beside a figure; nothing where `measuredWords` says nothing. */
export function MeasuredAt({ of }: { of: Measured | null }) {
  const words = measuredWords(of);
  if (!of || words === '') return null;
  const title = of.old
    ? `Measured with the weights of ${words}, which have changed since; it is measured again when training rests`
    : `Measured with the weights on the page, those of ${words}`;
  return (
    <small className={styles.at} data-testid="measured-at" title={title}>
      {of.old ? `at ${words}` : words}
    </small>
  );
}

/** A run's accuracy ([0, 1]; null: never measured), and the step it was measured at where that is not the run's last. */
export function AccuracyAt({ share, at }: { share: number | null; at: Measured | null }) {
  return (
    <span className={`${styles.accuracy} ${dimmed(at) ?? ''}`}>
      <b translate="no">{share === null ? '–' : formatPercent(share)}</b>
      {at?.old && <MeasuredAt of={at} />}
    </span>
  );
}
