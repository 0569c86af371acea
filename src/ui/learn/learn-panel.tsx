import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { Panel } from '../kit/panel';
import { useStoreOf, useView } from '../kit/session-context';
import hidden from '../kit/visually-hidden.module.css';
import { LessonList } from './lesson-list';
import { LessonView } from './lesson-view';
import { Receipt } from './receipt-view';
import { useLinkedLesson, useRunner } from './use-learn';
import { WORDS } from './words';
import styles from './learn.module.css';

/** The lessons: their list, or the one that is open, beside the page that it is about. */
export function LearnPanel() {
  const view = useView();
  const runner = useRunner();
  const words = useTexts(WORDS);
  useLinkedLesson();
  const open = useStoreOf(runner.store, (s) => s.open);
  const lesson = open?.lesson() ?? null;
  const before = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Opened by its button: keys go on here. A link does not take them from the page.
    if (document.activeElement?.closest('[data-testid=learn]')) before.current?.focus();
  }, []);
  return (
    <>
      <span
        ref={before}
        tabIndex={-1}
        className={hidden.hidden}
        aria-label={words.title}
        role="note"
      />
      <Panel
        title={lesson ? words.lesson(lesson.number) : words.title}
        className={styles.panel}
        aside={
          <IconButton
            label={lesson ? words.leave : words.close}
            data-testid="learn-close"
            onClick={() => {
              if (lesson) void runner.leave();
              else view.store.setState({ learning: false });
            }}
          >
            <X size={15} aria-hidden />
          </IconButton>
        }
      >
        {lesson ? <LessonView key={lesson.id} lesson={lesson} /> : <Lessons />}
      </Panel>
    </>
  );
}

/** The list, or the receipt of what of it is done. */
function Lessons() {
  const [receipt, setReceipt] = useState(false);
  return receipt ? (
    <Receipt onBack={() => setReceipt(false)} />
  ) : (
    <LessonList onReceipt={() => setReceipt(true)} />
  );
}
