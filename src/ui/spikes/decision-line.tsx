import { useMemo } from 'react';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { changesOf } from '../kit/changes-of';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { drawDecision } from '../kit/draw/draw-lines';
import { fitsBeside, placeFlag, STACKED, textWidth, GAP, type Side } from '../../view/time/flag';
import { scaleOf } from '../kit/draw/frame';
import styles from './spikes.module.css';
import { inWindow, toX } from '../../view/time/time-axis';
import { useMoved } from './use-moved';
import { decisionWords, raceWords } from '../../view/words/spike-words';

/** The decision above the rasters, which draw its line themselves: the line's head, and the outcome in words. */
export function DecisionLine({ width }: { width: number }) {
  return (
    <>
      <Head />
      <Flags width={width} />
    </>
  );
}

/** A canvas, as the rasters are: while it trains it moves with every refresh, and the page is not laid out for it. */
function Head() {
  const view = useView();
  const { session } = view;
  const draw = useMemo<Draw>(
    () =>
      (ctx, { width, height, palette }) => {
        const { derived } = view;
        const window = view.store.getState().window ?? { start: 0, end: derived.end() };
        const { decisionTime = null } = derived.scene().answer ?? {};
        const shown = derived.isDecided() ? decisionTime : null;
        drawDecision(ctx, height, palette, scaleOf(width, window), shown);
      },
    [view],
  );
  const isDecided = useMemo(
    () => changesOf(session.playback.store, () => view.derived.isDecided()),
    [session, view],
  );
  const { ref } = useCanvas(draw, [session.spikes.store, isDecided, view.store]);
  return <canvas ref={ref} className={styles.decision} aria-hidden />;
}

/** While it trains they follow as words do, or once the line has moved far. */
function Flags({ width }: { width: number }) {
  const view = useView();
  useWordsVersion();
  useMoved(width);
  const { window } = useStoreOf(view.store);
  const { derived } = view;
  const isDecided = useStoreOf(view.session.playback.store, () => derived.isDecided());
  const { spec, run, answer, blank } = derived.told();
  if (!run || !answer) return null;
  const scale = scaleOf(width, window ?? { start: 0, end: derived.end() });
  const { title, detail, rest } = isDecided
    ? decisionWords(spec, run, answer, blank)
    : { title: '', detail: raceWords(spec), rest: '' };
  // The words stand beside the line, which is newer.
  const t = isDecided ? (derived.scene().answer?.decisionTime ?? null) : null;
  const seen = t !== null && inWindow(scale, t);
  const x = seen ? toX(scale, t) : scale.left;
  // On a narrow page the words stand in two lines; without a line, or room beside it, they start over the names.
  const stacked = width < STACKED;
  const length = stacked
    ? Math.max(textWidth(title), textWidth(detail))
    : textWidth(title) + textWidth(detail) + GAP;
  const beside = seen && fitsBeside(x, width, length);
  const place = beside
    ? placeFlag(x, width, length, textWidth(rest))
    : ({ outcome: 'right', rest: 'nowhere' } as const);
  const at = beside ? x : -scale.left;
  return (
    <>
      <p className={styles.flag} data-stacked={stacked} style={sideOf(place.outcome, at, width)}>
        {title && <strong>{title}</strong>}
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
