import { useId } from 'react';
import { formatCount } from '../../words/numbers';
import { isTraining } from '../../session/training/training-state';
import { useSession, useStoreOf, useWordsVersion } from '../kit/session-context';
import { VisuallyHidden } from '../kit/visually-hidden';
import styles from './replay.module.css';

/** The moments of the run on a slider, the present at its end; nothing until there are two. */
export function Scrubber() {
  const { replay, slow, training } = useSession();
  // While it trains a new moment shows with the words, so that the page is laid out once for both.
  useWordsVersion();
  useStoreOf(replay.store, (s) =>
    isTraining(training.store.getState().status) ? null : s.moments,
  );
  useStoreOf(replay.store, (s) => s.at);
  const { moments, at } = replay.store.getState();
  const id = useId();
  if (moments.length < 2) return null;
  const last = moments.length - 1;
  const index = at ? moments.indexOf(at) : last;
  const { step } = moments[index]!;
  return (
    <>
      <VisuallyHidden>
        <label htmlFor={id}>Replay: moment of the run</label>
      </VisuallyHidden>
      <input
        id={id}
        type="range"
        className={styles.range}
        min={0}
        max={last}
        step={1}
        value={index}
        aria-valuetext={at ? `step ${formatCount(step)}` : 'the present'}
        onChange={(event) => {
          // Slow motion shows a step of the present weights: it is left before earlier weights are shown.
          slow.close();
          void replay.show(moments[Number(event.target.value)]!.step);
        }}
      />
      <output htmlFor={id} className={styles.step}>
        {`step ${formatCount(step)}`}
      </output>
    </>
  );
}
