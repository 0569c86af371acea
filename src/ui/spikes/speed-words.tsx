import { useMemo } from 'react';
import { testedOf } from '../../session/data/tested';
import { formatPercent, formatTime } from '../../words/numbers';
import { dimmed, MeasuredAt, measuredWords, useMeasured } from '../kit/measured-at';
import { Term } from '../kit/term/term';
import { useCursorWords, useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { speedAt, speedCurve } from '../../view/time/speed';
import styles from './spikes.module.css';

/** How much of the test set is answered by the time of the cursor: what waiting longer buys. */
export function SpeedWords() {
  const view = useView();
  const { session } = view;
  const evaluation = useStoreOf(session.network.store, (s) => s.evaluation);
  const data = useStoreOf(session.data.store);
  const labels = data.test.set?.labels;
  const { many } = testedOf(data);
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  const curve = useMemo(
    () =>
      evaluation && labels && evaluation.decisionTimes.length === labels.length
        ? speedCurve(evaluation, labels)
        : null,
    [evaluation, labels],
  );
  const measured = useMeasured();
  const t = useCursorWords(() => view.derived.cursor());
  // A what-if is of one image: what the test set would come to is not known.
  if (!curve || view.derived.whatIf()) return null;
  const at = measuredWords(measured);
  const { answered, right } = speedAt(curve, t);
  return (
    <span
      className={`${styles.rows} ${dimmed(measured) ?? ''}`}
      title={`Of all ${many}, not of this one: if it had to stop at the time of the cursor, ${formatTime(t)}, the share answered by then, and answered rightly${at && `, with the weights of ${at}`}`}
    >
      <Term name="answeredBy">{`all ${many}`}</Term>
      <br />
      <span>{`by now: ${formatPercent(answered, 1)}`}</span>
      <br />
      <span>answered,</span>
      <br />
      <span>{`${formatPercent(right, 1)} right `}</span>
      <MeasuredAt of={measured} />
    </span>
  );
}
