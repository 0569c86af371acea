import { useId, type ChangeEvent } from 'react';
import { learningOf } from '../../learn/runner-of';
import { takeLessonFile } from './take-lesson';
import { Button } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { useStoreOf, useView } from '../kit/session-context';
import hidden from '../kit/visually-hidden.module.css';
import { LessonRow } from './lesson-row';
import { WORDS } from './words';
import styles from './learn.module.css';

/** Lessons from files and links, those of this visit; and the way to one more. */
export function OwnLessons() {
  const view = useView();
  const { own } = learningOf(view);
  const { list } = useStoreOf(own.store);
  const words = useTexts(WORDS);
  const id = useId();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    // The same file may be chosen again, once it was mended.
    if (file) void takeLessonFile(view, file).finally(() => (event.target.value = ''));
  };
  return (
    <>
      {list.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.own}</h3>
          <ol className={styles.list}>
            {list.map((openable) => (
              <LessonRow key={openable.id} openable={openable} />
            ))}
          </ol>
        </>
      )}
      <span className={styles.file}>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          className={hidden.hidden}
          data-testid="lesson-file"
          onChange={choose}
        />
        <label htmlFor={id}>{words.openFile}</label>
      </span>
    </>
  );
}

/** A lesson that is on its way, or what is wrong with the last that could not be opened. */
export function OwnNews() {
  const { own } = learningOf(useView());
  const { refused, busy } = useStoreOf(own.store);
  const words = useTexts(WORDS);
  return (
    <>
      {refused && (
        <div role="alert" className={styles.faults} data-testid="lesson-refused">
          <p>
            <b>{words.refused(refused.name)}</b>
          </p>
          <ul>
            {refused.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
          <p>{words.staysOpen}</p>
          <Button onClick={own.dismiss}>{words.dismiss}</Button>
        </div>
      )}
      {busy && (
        <p role="status" className={styles.soft}>
          {words.reading}
        </p>
      )}
    </>
  );
}
