import { useEffect, useRef } from 'react';
import { Button } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { useRunner } from './use-learn';
import { WORDS } from './words';
import styles from './learn.module.css';

/** Asked before a lesson is left in which something was made. */
export function LeaveQuestion() {
  const runner = useRunner();
  const words = useTexts(WORDS);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div
      role="alertdialog"
      aria-label={words.leave}
      className={styles.asks}
      data-testid="lesson-asks"
    >
      <p>{words.asks}</p>
      <div className={styles.ways}>
        <Button
          ref={first}
          kind="filled"
          data-testid="lesson-put-back"
          onClick={() => void runner.leave(false)}
        >
          {words.putBack}
        </Button>
        <Button data-testid="lesson-keep" onClick={() => void runner.leave(true)}>
          {words.keep}
        </Button>
        <Button kind="quiet" onClick={runner.stay}>
          {words.stay}
        </Button>
      </div>
    </div>
  );
}
