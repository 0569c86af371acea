import { ChevronDown } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Lesson } from '../../learn/lesson';
import { Button } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { useStoreOf } from '../kit/session-context';
import { CopyLink } from './copy-link';
import { LeaveQuestion } from './leave-question';
import { QuestionView } from './question-view';
import { StepRing } from './step-ring';
import { StepView } from './step-view';
import { useRunner } from './use-learn';
import { useMoreBelow } from './use-more-below';
import { WORDS } from './words';
import styles from './learn.module.css';

/** The lesson that is open: its claim, the step or question at hand, and the way on. */
export function LessonView({ lesson }: { lesson: Lesson }) {
  const runner = useRunner();
  const words = useTexts(WORDS);
  const { at, reached, busy, asks } = useStoreOf(runner.store);
  const body = useRef<HTMLDivElement>(null);
  const more = useMoreBelow(body);
  // Each step is read from its beginning.
  useEffect(() => {
    const { current } = body;
    if (!current) return;
    current.scrollTop = 0;
    // The button that led here may be disabled now: keys go on from the step.
    if (current.parentElement?.contains(document.activeElement)) current.focus();
  }, [at, busy]);
  const steps = lesson.steps.length;
  const step = lesson.steps[at];
  if (asks) return <LeaveQuestion />;
  return (
    <>
      <div
        ref={body}
        className={styles.scroll}
        role="group"
        aria-label={lesson.title}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
        tabIndex={0}
        data-testid="lesson"
        data-step={at}
        data-more={more}
      >
        <div className={styles.item}>
          <h3 className={styles.title}>{lesson.title}</h3>
          {lesson.number !== null && <CopyLink number={lesson.number} />}
        </div>
        {at === 0 && <p className={styles.claimOpen}>{lesson.claim}</p>}
        <Places at={at} reached={reached} steps={steps} />
        {busy ? (
          <p role="status" className={styles.soft}>
            {words.busy}
          </p>
        ) : step ? (
          <StepView key={step.id} step={step} />
        ) : (
          <QuestionView question={lesson.question} />
        )}
      </div>
      <nav className={styles.way} aria-label={lesson.title}>
        {more && (
          <span className={styles.more} data-testid="lesson-more" aria-hidden>
            <ChevronDown size={14} aria-hidden />
          </span>
        )}
        <Button kind="quiet" disabled={at === 0 || busy} onClick={() => runner.go(at - 1)}>
          {words.back}
        </Button>
        {step && step.show.length > 0 && (
          <Button disabled={busy} data-testid="lesson-show" onClick={() => void runner.showMe()}>
            {words.showMe}
          </Button>
        )}
        {at < steps && (
          <Button
            kind={reached > at ? 'filled' : 'plain'}
            data-testid="lesson-next"
            disabled={reached <= at || busy}
            onClick={() => runner.go(at + 1)}
          >
            {at === steps - 1 ? words.toQuestion : words.next}
          </Button>
        )}
      </nav>
      {step && !busy && <StepRing key={step.id} step={step} lit={reached <= at} />}
    </>
  );
}

/** A dot a step, and one for the question. */
function Places({ at, reached, steps }: { at: number; reached: number; steps: number }) {
  const words = useTexts(WORDS);
  const places = Array.from({ length: steps + 1 }, (_, i) => i);
  return (
    <p className={styles.places}>
      <span>{at < steps ? words.step(at + 1, steps) : words.question}</span>
      <span className={styles.dots} aria-hidden>
        {places.map((i) => (
          <i key={i} data-done={i < reached} data-here={i === at} />
        ))}
      </span>
    </p>
  );
}
