import { X } from 'lucide-react';
import { lessonByNumber } from '../../learn/catalogue';
import { learningOf } from '../../learn/runner-of';
import { isLearning } from '../../view/learning';
import { Button, IconButton } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { useStoreOf, useView } from '../kit/session-context';
import { useRunner } from './use-learn';
import { WORDS } from './words';
import styles from './learn.module.css';

/** The lesson that says why an output fired when it did. */
const WHY = 4;

/** Offers a newcomer the first lesson, or the one on the answer at hand, beside the pad and never over it; closed, it does not come again. */
export function LessonOffer() {
  const view = useView();
  const runner = useRunner();
  const words = useTexts(WORDS);
  const { progress } = learningOf(view);
  const { declined, done, underWay } = useStoreOf(progress.store);
  // Own classes need the room, and who draws them has found what to do.
  const busy = useStoreOf(view.store, (s) => s.teaching || isLearning(s));
  const first = lessonByNumber(1);
  const why = lessonByNumber(WHY);
  const known = Object.keys(done).length + Object.keys(underWay).length > 0;
  if (!first || declined || known || busy) return null;
  return (
    <aside className={styles.offer} aria-label={words.offer} data-testid="lesson-offer">
      <b>{words.offer}</b>
      <Button
        title={first.lesson().claim}
        data-testid="lesson-start"
        onClick={() => void runner.open(first)}
      >
        {words.offerStart(first.lesson().title)}
      </Button>
      {why && (
        <Button
          title={why.lesson().claim}
          data-testid="lesson-start-why"
          onClick={() => void runner.open(why)}
        >
          {words.offerWhy(WHY)}
        </Button>
      )}
      <IconButton
        label={words.offerNever}
        data-testid="lesson-never"
        onClick={() => progress.set({ declined: true })}
      >
        <X size={15} aria-hidden />
      </IconButton>
    </aside>
  );
}
