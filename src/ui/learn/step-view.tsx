import { useEffect, useRef } from 'react';
import type { Step } from '../../learn/lesson';
import { targetWords } from '../../learn/targets';
import { useTexts } from '../kit/lang/use-texts';
import { useStoreOf } from '../kit/session-context';
import { VisuallyHidden } from '../kit/visually-hidden';
import { bringIntoSight } from './bring-into-sight';
import { useRunner } from './use-learn';
import { WORDS } from './words';
import styles from './learn.module.css';

/** What to do; once it is done, what to see there; after a wrong try, a hint. */
export function StepView({ step }: { step: Step }) {
  const runner = useRunner();
  const words = useTexts(WORDS);
  const hint = useStoreOf(runner.store, (s) => s.hint);
  const done = useStoreOf(runner.store, runner.isDone);
  const shown = useStoreOf(runner.store, (s) => s.shown.includes(s.at));
  const said = hint === null ? null : step.hints?.[hint]?.say;
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told.current) bringIntoSight(told.current);
  }, [done, said]);
  return (
    <>
      <div aria-live="polite">
        <p className={styles.do} data-testid="lesson-do">
          {step.do}
        </p>
        <VisuallyHidden>{words.where(targetWords(step.light))}</VisuallyHidden>
      </div>
      <div ref={told} role="status" className={styles.told}>
        {done && (
          <p className={styles.seen} data-testid="lesson-done">
            <b>{shown ? words.stepShown : words.stepDone}</b>
            {step.seen !== undefined && <span>{` ${step.seen}`}</span>}
          </p>
        )}
        {!done && said !== undefined && said !== null && (
          <p className={styles.hint} data-testid="lesson-hint">
            {said}
          </p>
        )}
      </div>
    </>
  );
}
