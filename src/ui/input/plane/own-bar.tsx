import { useMemo, useRef, type KeyboardEvent } from 'react';
import { countsOf, MOST_LINKED, ownProblem, testWords } from '../../../data/points/own-points';
import type { OwnPoint } from '../../../data/points/own-points';
import { hasModifier } from '../../../view/keys';
import { ownEditorOf } from '../../../view/plane/own-editor';
import { formatCount, plural } from '../../../words/numbers';
import fields from '../../kit/fields.module.css';
import { useStoreOf, useView } from '../../kit/session-context';
import { classColor, markPath } from '../../kit/theme/class-marks';
import { usePalette } from '../../kit/theme/palette';
import { OWN_LABELS, ownKeys } from './own-keys';
import styles from './own-bar.module.css';

/** What is to be said of the points, in a sentence or two. */
function wordsOf(points: readonly OwnPoint[]): string {
  const problem = ownProblem(points);
  if (problem !== null) return `${problem} Till then the set before stays.`;
  if (points.length > MOST_LINKED) {
    return `${formatCount(points.length)} are too many points for a link, which carries ${MOST_LINKED}: save them as IDX files in the data menu.`;
  }
  return testWords(points);
}

/** Below the plane of own points: what a press does there, how many points each class has, and what is wrong with them. */
export function OwnBar() {
  const view = useView();
  const { theme } = usePalette();
  const own = ownEditorOf(view);
  const { pen, points } = useStoreOf(own.store);
  const onOwnKey = useMemo(() => ownKeys(view), [view]);
  const group = useRef<HTMLDivElement>(null);
  const counts = countsOf(points);
  const choices = [null, ...OWN_LABELS];
  const onKeyDown = (event: KeyboardEvent) => {
    if (onOwnKey(event)) return;
    const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!way || hasModifier(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (choices.indexOf(pen) + way + choices.length) % choices.length;
    own.choose(choices[next]!);
    (group.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <div className={styles.bar}>
      <div
        ref={group}
        role="radiogroup"
        tabIndex={-1}
        aria-label="A press on the plane"
        className={`${fields.segments} ${styles.choices}`}
        onKeyDown={onKeyDown}
      >
        {choices.map((label) => (
          <button
            key={label}
            type="button"
            role="radio"
            aria-checked={label === pen}
            aria-label={
              label === null
                ? 'asks the network'
                : `lays points of class ${label}, which has ${plural(counts[label] ?? 0, 'point')}`
            }
            title={
              label === null
                ? 'A press asks the network of a point (Esc)'
                : `A press lays points of class ${label} (${label})`
            }
            data-testid={label === null ? 'own-ask' : `own-class-${label}`}
            tabIndex={label === pen ? 0 : -1}
            className={`${fields.segment} ${styles.choice}`}
            onClick={() => own.choose(label)}
          >
            {label === null ? (
              <span>ask</span>
            ) : (
              <>
                <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden>
                  <path d={markPath(label, 4.6)} fill={classColor(theme, label)} />
                </svg>
                <span>{formatCount(counts[label] ?? 0)}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <p role="status" data-testid="own-words" className={styles.words}>
        {wordsOf(points)}
      </p>
    </div>
  );
}
