import { useSession, useStoreOf } from '../kit/session-context';
import { derivedOf } from './derive';
import { scaleOf } from './frame';
import styles from './spikes.module.css';
import { inWindow, toX } from './time-axis';
import { spikesView } from './view';
import { GAP, placeFlag, STACKED, textWidth, type Side } from './flag';
import { decisionWords } from './words';

/** The first output spike as a line through all layers, and the outcome in words above it. */
export function DecisionLine({ width }: { width: number }) {
  const session = useSession();
  useStoreOf(session.spikes.store);
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
