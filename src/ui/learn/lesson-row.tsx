import { Check } from 'lucide-react';
import type { Openable } from '../../learn/runner';
import { useTexts } from '../kit/lang/use-texts';
import { useProgress, useRunner } from './use-learn';
import { ASKS } from './asks';
import { CopyLink } from './copy-link';
import { WORDS } from './words';
import styles from './learn.module.css';

/** A lesson in the list, with how far it is. */
export function LessonRow({ openable }: { openable: Openable }) {
  const runner = useRunner();
  const words = useTexts(WORDS);
  const { done, underWay } = useProgress();
  const { id, number, title, claim } = openable.lesson();
  const asks = useTexts(ASKS)[id];
  const state = done[id] ? words.done : underWay[id] ? words.underWay : null;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.row}
        data-testid="lesson-row"
        data-done={done[id] !== undefined}
        onClick={() => void runner.open(openable)}
      >
        <span className={styles.number}>{number}</span>
        <b>{title}</b>
        {state !== null && (
          <span className={styles.state}>
            {done[id] && <Check size={13} aria-hidden />}
            <span>{state}</span>
          </span>
        )}
        {asks !== undefined && <em className={styles.claim}>{asks}</em>}
        <span className={styles.claim}>{claim}</span>
      </button>
      {number !== null && <CopyLink number={number} />}
    </li>
  );
}
