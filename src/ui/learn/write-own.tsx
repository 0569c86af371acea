import format from '../../../docs/lessons.md?url';
import tables from '../../../docs/lessons-tables.md?url';
import { useTexts } from '../kit/lang/use-texts';
import { WORDS } from './words';
import styles from './learn.module.css';

/** How to write a lesson: a file to start from, and what may stand in it. All of it comes with the page. */
export function WriteOwn() {
  const words = useTexts(WORDS);
  return (
    <details className={styles.write} data-testid="write-own">
      <summary>{words.write}</summary>
      <p>{words.writeHow}</p>
      <ul>
        <li>
          <a href="lessons/example.json" download="example.json">
            {words.example}
          </a>
        </li>
        <li>
          <a href={format} download="lessons.md">
            {words.format}
          </a>
        </li>
        <li>
          <a href={tables} download="lessons-tables.md">
            {words.tables}
          </a>
        </li>
      </ul>
    </details>
  );
}
