import { memo } from 'react';
import { useSession, useStoreOf, useTold } from '../kit/session-context';
import { derivedOf } from './derive';
import { placeFlag, STACKED, textWidth, GAP } from './flag';
import { scaleOf } from './frame';
import styles from './spikes.module.css';
import { inWindow, toX } from './time-axis';
import { spikesView } from './view';
import { decisionWords } from './words';

/**
 * The first output spike as a line through all layers, and the outcome in words above it. While it trains the line moves with
 * every refresh and is not laid out anew; the words follow when words do.
 */
export function DecisionLine({ width }: { width: number }) {
  const session = useSession();
  useStoreOf(session.spikes.store, (s) => s.version);
  const at = useDecision(width);
  if (!at) return null;
  const { x, seen, left } = at;
  return (
    <div className={styles.decisionAt} style={{ transform: `translateX(${seen ? x : -left}px)` }}>
      {seen && <div className={styles.decision} />}
      <Flags width={width} />
    </div>
  );
}

/** Where the decision lies in the rasters; null without a run. */
function useDecision(width: number): { x: number; seen: boolean; left: number } | null {
  const session = useSession();
  const { window } = useStoreOf(spikesView(session));
  const derived = derivedOf(session);
  const { run, answer } = derived.scene();
  if (!run || !answer) return null;
  const scale = scaleOf(width, window ?? { start: 0, end: derived.end() });
  const t = answer.decisionTime;
  const seen = t !== null && inWindow(scale, t);
  return { x: seen ? toX(scale, t) : scale.left, seen, left: scale.left };
}

const Flags = memo(function Flags({ width }: { width: number }) {
  useTold();
  const at = useDecision(width);
  const { spec, run, answer, blank } = derivedOf(useSession()).scene();
  if (!at || !run || !answer) return null;
  const { title, detail, rest } = decisionWords(spec, run, answer, blank);
  // Without a line the words start over the names; on a narrow page they stand in two lines.
  const stacked = width < STACKED;
  const length = stacked
    ? Math.max(textWidth(title), textWidth(detail))
    : textWidth(title) + textWidth(detail) + GAP;
  const place = at.seen
    ? placeFlag(at.x, width, length, textWidth(rest))
    : ({ outcome: 'right', rest: 'nowhere' } as const);
  return (
    <>
      <p className={styles.flag} data-stacked={stacked} data-side={place.outcome}>
        <strong>{title}</strong>
        {detail && <span>{detail}</span>}
        {rest && !stacked && place.rest === place.outcome && <span>{rest}</span>}
      </p>
      {rest && place.rest !== place.outcome && place.rest !== 'nowhere' && (
        <p className={styles.flag} data-stacked={stacked} data-side={place.rest}>
          {rest}
        </p>
      )}
    </>
  );
});
