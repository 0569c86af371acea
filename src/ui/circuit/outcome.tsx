import { decisionWords, raceWords } from '../../view/words/spike-words';
import { useStoreOf, useView, useWordsVersion } from '../kit/session-context';
import styles from './circuit.module.css';

/** How the race ended, once it has: what is to come is not told before it comes. */
export function Outcome() {
  const { session, store, derived } = useView();
  useWordsVersion();
  useStoreOf(store, (s) => s.edits);
  const ended = useStoreOf(session.playback.store, () => {
    const { answer } = derived.told();
    return derived.cursor() >= (answer?.decisionTime ?? derived.end());
  });
  const { spec, run, answer, blank } = derived.told();
  if (!run || !answer) return <p className={styles.outcome} />;
  if (!ended) {
    return <p className={styles.outcome}>{raceWords(spec)}</p>;
  }
  const { title, detail } = decisionWords(spec, run, answer, blank);
  return (
    <p className={styles.outcome}>
      <strong>{title}</strong>
      <span>{` ${detail}`}</span>
    </p>
  );
}
