import { Check } from 'lucide-react';
import { LESSONS } from '../../learn/catalogue';
import type { ShippedLesson } from '../../learn/plan';
import { Button } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { useProgress, useRunner } from './use-learn';
import { WORDS } from './words';
import styles from './learn.module.css';

/** All lessons, those that are done marked. */
export function LessonList({ onReceipt }: { onReceipt: () => void }) {
  const words = useTexts(WORDS);
  return (
    <div className={styles.scroll}>
      <p className={styles.soft}>{words.intro}</p>
      <ol className={styles.list} data-testid="lesson-list">
        {LESSONS.map((shipped) => (
          <Row key={shipped.plan.id} shipped={shipped} />
        ))}
      </ol>
      <div className={styles.ways}>
        <Button data-testid="lesson-receipt" onClick={onReceipt}>
          {words.receipt}
        </Button>
      </div>
    </div>
  );
}

function Row({ shipped }: { shipped: ShippedLesson }) {
  const runner = useRunner();
  const words = useTexts(WORDS);
  const { done, underWay } = useProgress();
  const { id, number, title, claim } = shipped.lesson();
  const state = done[id] ? words.done : underWay[id] ? words.underWay : null;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-testid="lesson-row"
        data-done={done[id] !== undefined}
        onClick={() => void runner.open(shipped)}
      >
        <span className={styles.number}>{number}</span>
        <b>{title}</b>
        {state !== null && (
          <span className={styles.state}>
            {done[id] && <Check size={13} aria-hidden />}
            <span>{state}</span>
          </span>
        )}
        <span className={styles.claim}>{claim}</span>
      </button>
    </li>
  );
}
