import { useMemo } from 'react';
import { formatPercent, formatTime } from '../../words/numbers';
import { dimmed, MeasuredAt, measuredWords, useMeasured } from '../kit/measured-at';
import { useSession, useStoreOf, useWordsVersion } from '../kit/session-context';
import { derivedOf } from '../../view/scene/derive';
import { speedAt, speedCurve } from '../../view/time/speed';
import styles from './spikes.module.css';
import { spikesView } from '../../view/spikes-view';

/** How much of the test set is answered by the time of the cursor: what waiting longer buys. */
export function SpeedWords() {
  const session = useSession();
  const evaluation = useStoreOf(session.network.store, (s) => s.evaluation);
  const labels = useStoreOf(session.data.store, (s) => s.test.set?.labels);
  useStoreOf(session.playback.store, (s) => s.t);
  useWordsVersion();
  useStoreOf(spikesView(session), (s) => s.edits);
  const curve = useMemo(
    () =>
      evaluation && labels && evaluation.decisionTimes.length === labels.length
        ? speedCurve(evaluation, labels)
        : null,
    [evaluation, labels],
  );
  const measured = useMeasured();
  // A what-if is of one image: what the test set would come to is not known.
  if (!curve || derivedOf(session).whatIf()) return null;
  const at = measuredWords(measured);
  const t = derivedOf(session).cursor();
  const { answered, right } = speedAt(curve, t);
  return (
    <span
      className={`${styles.rows} ${dimmed(measured) ?? ''}`}
      title={`If it had to stop at the time of the cursor: the share of all test images answered by then, and answered rightly${at && `, with the weights of ${at}`}`}
    >
      <span>{`test set by ${formatTime(t)}:`}</span>
      <br />
      <span>{`${formatPercent(answered, 1)} answered,`}</span>
      <br />
      <span>{`${formatPercent(right, 1)} right `}</span>
      <MeasuredAt of={measured} />
    </span>
  );
}
