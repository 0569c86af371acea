/** Which classes are taken for which, from the last evaluation of the test set; a click opens those samples. */
import { useNoun } from '../kit/use-noun';
import {
  memo,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import type { ImageSet } from '../../data/image-set';
import type { Evaluation } from '../../engine/engine';
import { formatCount } from '../../words/numbers';
import { dimmed, MeasuredAt, useMeasured } from '../kit/measured-at';
import { useSession, useStoreOf } from '../kit/session-context';
import { useClassName } from '../kit/use-class-name';
import { Words } from '../kit/words';
import { classesOf, classScores, nextInCell, worstPairs, type ClassScore } from './confusion';
import { hasModifier } from '../../view/keys';
import { percent } from '../../view/words/figures';
import fold from './fold.module.css';
import styles from './confusion-matrix.module.css';

/** Taller than this, the page has room to show the matrix from the start. */
const ROOMY = 1150;

export function ConfusionMatrix() {
  const session = useSession();
  const evaluation = useStoreOf(session.network.store, (s) => s.evaluation);
  const test = useStoreOf(session.data.store, (s) => s.test.set);
  const measured = useMeasured();
  const [open, setOpen] = useState(() => innerHeight >= ROOMY);
  const nameOf = useClassName();
  const { one, many } = useNoun();
  const details = useRef<HTMLDetailsElement>(null);
  const wasOpen = useRef(open);
  // It opens at the lower end of a column that scrolls: without this it would open out of sight.
  useEffect(() => {
    if (open && !wasOpen.current) details.current?.scrollIntoView({ block: 'nearest' });
    wasOpen.current = open;
  }, [open]);
  const worst = useMemo(
    () => (evaluation ? worstPairs(evaluation, 1)[0] : undefined),
    [evaluation],
  );
  return (
    <details
      ref={details}
      className={`${fold.fold} ${styles.confusion}`}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>Confusion matrix</span>
        <span className={dimmed(measured)}>
          {!evaluation
            ? 'after the first evaluation'
            : worst
              ? `most often ${nameOf(worst.label)} read as ${nameOf(worst.answer)}`
              : `no ${one} misread`}
        </span>
      </summary>
      {open && evaluation && (
        <div className={dimmed(measured)}>
          <Matrix evaluation={evaluation} test={test} />
        </div>
      )}
      {open && !evaluation && (
        <p className={fold.sentence}>
          {`Each row will be a true class, each column an answer, once the test ${many} have been read.`}
        </p>
      )}
    </details>
  );
}

interface MatrixProps {
  evaluation: Evaluation;
  test: ImageSet | null;
}

const Matrix = memo(function Matrix({ evaluation, test }: MatrixProps) {
  const session = useSession();
  const measured = useMeasured();
  const nameOf = useClassName();
  const classes = classesOf(evaluation);
  const labels = test?.labels;
  const scores = useMemo(() => classScores(evaluation, labels), [evaluation, labels]);
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const body = useRef<HTMLTableSectionElement>(null);
  const numbers = useMemo(() => Array.from({ length: classes }, (_, i) => i), [classes]);

  /** The next image of the cell, in the raster and on the pad; next and previous then stay with these images. */
  async function show(label: number, answer: number): Promise<void> {
    await session.stimulus.setFilter({ label, misread: label !== answer, answer });
    const { sample } = session.stimulus.store.getState();
    if (!test) return;
    const key = `${label} ${answer}`;
    const after = shown.current?.key === key ? shown.current.index : (sample?.index ?? 0) - 1;
    const index = nextInCell(test, evaluation.answers, label, answer, after);
    if (index === null) return;
    shown.current = { key, index };
    session.stimulus.show('test', index);
  }
  const { many } = useNoun();
  const shown = useRef<{ key: string; index: number } | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const [down, right] =
      { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key] ??
      [];
    if (down === undefined || right === undefined || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const clamp = (n: number) => Math.min(classes - 1, Math.max(0, n));
    const [row, column] = [clamp(at[0] + down), clamp(at[1] + right)];
    setAt([row, column]);
    body.current?.rows[row]?.querySelectorAll('button')[column]?.focus();
  }

  return (
    <div className={styles.matrix}>
      <table className={classes > 12 ? styles.dense : undefined}>
        <caption>{`Rows: true class. Columns: answer. Click a number to see these ${many}.`}</caption>
        <thead>
          <tr>
            <td aria-hidden />
            {numbers.map((c) => (
              <th key={c} scope="col">
                {nameOf(c)}
              </th>
            ))}
            <th scope="col" className={styles.score}>
              right
            </th>
          </tr>
        </thead>
        <tbody translate="no" ref={body}>
          {scores.map((score) => (
            <Row
              key={score.label}
              score={score}
              nameOf={nameOf}
              counts={evaluation.confusion.slice(
                score.label * classes,
                (score.label + 1) * classes,
              )}
              focus={at[0] === score.label ? at[1] : null}
              onFocus={(column) => setAt([score.label, column])}
              onKeyDown={onKeyDown}
              onShow={(answer) => void show(score.label, answer)}
            />
          ))}
        </tbody>
      </table>
      <p className={fold.sentence}>
        <Words>
          {formatCount(evaluation.images)} test {many}
          {evaluation.noOutputSpike > 0 &&
            `, ${formatCount(evaluation.noOutputSpike)} without an output spike`}
          .{' '}
        </Words>
        <MeasuredAt of={measured} />
      </p>
    </div>
  );
});

interface RowProps {
  score: ClassScore;
  /** What a class is called. */
  nameOf: (c: number) => string;
  /** [classes] answers given to images of this class. */
  counts: number[];
  /** The column that Tab reaches, if it is in this row. */
  focus: number | null;
  onFocus: (column: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onShow: (answer: number) => void;
}

function Row({ score, nameOf, counts, focus, onFocus, onKeyDown, onShow }: RowProps) {
  const { label, images, accuracy } = score;
  return (
    <tr>
      <th scope="row">{nameOf(label)}</th>
      {counts.map((count, answer) => {
        const right = answer === label;
        // Mistakes are rare: the colour follows the square root of their share, so that small shares can be told apart.
        const ink = images > 0 ? (right ? count / images : Math.sqrt((count / images) * 8)) : 0;
        return (
          <td key={answer}>
            <button
              type="button"
              tabIndex={focus === answer ? 0 : -1}
              className={right ? styles.right : styles.wrong}
              style={{ '--share': `${Math.round(Math.min(1, ink) * 70)}%` } as CSSProperties}
              aria-label={`${formatCount(count)} of class ${nameOf(label)} read as ${nameOf(answer)}`}
              aria-disabled={count === 0}
              onFocus={() => onFocus(answer)}
              onKeyDown={onKeyDown}
              onClick={() => count > 0 && onShow(answer)}
            >
              {count > 0 ? count : ''}
            </button>
          </td>
        );
      })}
      <td className={styles.score}>{percent(accuracy, 1)}</td>
    </tr>
  );
}
