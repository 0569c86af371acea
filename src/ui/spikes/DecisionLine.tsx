import { useSession, useStoreOf, useTold } from '../kit/session-context';
import { derivedOf } from './derive';
import { placeFlag, STACKED, textWidth, GAP, type Side } from './flag';
import { scaleOf } from './frame';
import styles from './spikes.module.css';
import { inWindow, toX } from './time-axis';
import { spikesView } from './view';
import { useMoved } from './use-moved';
import { decisionWords } from './words';

/**
 * The outcome in words above the rasters, and the head of the decision's line, which the rasters draw themselves: while it
 * trains that line moves with every refresh, and the page is not laid out for it.
 */
export function DecisionLine({ width }: { width: number }) {
  const session = useSession();
  useTold();
  useMoved(width);
  const { window } = useStoreOf(spikesView(session));
  const derived = derivedOf(session);
  const { spec, run, answer, blank } = derived.scene();
  if (!run || !answer) return null;
  const scale = scaleOf(width, window ?? { start: 0, end: derived.end() });
  const { title, detail, rest } = decisionWords(spec, run, answer, blank);
  const t = answer.decisionTime;
  const seen = t !== null && inWindow(scale, t);
  const x = seen ? toX(scale, t) : scale.left;
  // Without a line the words start over the names; on a narrow page they stand in two lines.
  const stacked = width < STACKED;
  const length = stacked
    ? Math.max(textWidth(title), textWidth(detail))
    : textWidth(title) + textWidth(detail) + GAP;
  const place = seen
    ? placeFlag(x, width, length, textWidth(rest))
    : ({ outcome: 'right', rest: 'nowhere' } as const);
  const at = seen ? x : -scale.left;
  return (
    <>
      {seen && <div className={styles.decision} style={{ transform: `translateX(${x}px)` }} />}
      <p className={styles.flag} data-stacked={stacked} style={sideOf(place.outcome, at, width)}>
        <strong>{title}</strong>
        {detail && <span>{detail}</span>}
        {rest && !stacked && place.rest === place.outcome && <span>{rest}</span>}
      </p>
      {rest && place.rest !== place.outcome && place.rest !== 'nowhere' && (
        <p className={styles.flag} data-stacked={stacked} style={sideOf(place.rest, at, width)}>
          {rest}
        </p>
      )}
    </>
  );
}

function sideOf(side: Side, x: number, width: number): { right?: number; left?: number } {
  return side === 'left' ? { right: width - x + GAP } : { left: x + GAP };
}
