import { LESSONS } from '../../learn/catalogue';
import { Button } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { LessonRow } from './lesson-row';
import { OwnLessons, OwnNews } from './own-lessons';
import { WriteOwn } from './write-own';
import { WORDS } from './words';
import styles from './learn.module.css';

/** All lessons, those that are done marked. */
export function LessonList({ onReceipt }: { onReceipt: () => void }) {
  const words = useTexts(WORDS);
  return (
    <div className={styles.scroll}>
      <OwnNews />
      <p className={styles.soft}>{words.intro}</p>
      <ol className={styles.list} data-testid="lesson-list">
        {LESSONS.map((shipped) => (
          <LessonRow key={shipped.plan.id} openable={shipped} />
        ))}
      </ol>
      <OwnLessons />
      <WriteOwn />
      <div className={styles.ways}>
        <Button data-testid="lesson-receipt" onClick={onReceipt}>
          {words.receipt}
        </Button>
      </div>
    </div>
  );
}
