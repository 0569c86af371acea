import { useEffect, useMemo, useRef, type PointerEvent } from 'react';
import { curveAt } from '../../../session/background/forced';
import { testedOf } from '../../../session/data/tested';
import { Slider } from '../../kit/slider';
import { useAxisDrag } from '../../kit/axis-drag';
import { formatTime } from '../../../words/numbers';
import { dimmed, measuredWords, useMeasured } from '../../kit/measured-at';
import { useStoreOf, useWordsVersion, useView } from '../../kit/session-context';
import { Words } from '../../kit/words';
import { marginsOf, valueAt } from '../../kit/plot/margins';
import { Plot } from '../../kit/plot/plot';
import { useSize } from '../../kit/use-size';
import { SHARES, speedAxis, speedCursor, speedSeries } from './speed-plot';
import styles from './timemap.module.css';
import { curveWords, forcedWords } from '../../../view/words/forced-words';
import { placeIn } from '../../kit/place-in';

/** The deadline: what is answered if the network may not wait longer than the time cursor, for this sample and for the test set. */
export function Deadline() {
  const view = useView();
  const { session } = view;
  const { curve, of, working } = useStoreOf(session.forced.store);
  const evaluation = useStoreOf(session.network.store, (s) => s.evaluation);
  const { many } = testedOf(useStoreOf(session.data.store));
  const status = useStoreOf(session.training.store, (s) => s.status);
  const sample = useStoreOf(session.stimulus.store, (s) => s.sample);
  useStoreOf(session.playback.store, (s) => s.t);
  useWordsVersion();
  useStoreOf(view.store, (s) => s.edits);
  useEffect(() => void session.forced.want(), [session, evaluation, status]);

  const measured = useMeasured();
  const at = measuredWords(measured);
  const { derived } = view;
  const end = derived.end();
  const t = Math.min(derived.cursor(), end);
  const forced = derived.forced(t);
  const place = useRef<HTMLDivElement>(null);
  const { width } = useSize(place);
  const x = useMemo(() => speedAxis(end, width), [end, width]);
  const series = useMemo(() => (curve ? speedSeries(curve, end) : []), [curve, end]);
  const cursor = curve && speedCursor(curve, end, derived.cursor());
  const seek = (event: PointerEvent) => {
    const at = valueAt(x, marginsOf(x, SHARES), width, placeIn(event.currentTarget, event).x);
    session.playback.seek(Math.min(Math.max(at, 0), end));
  };
  const drag = useAxisDrag(seek);
  return (
    <div className={styles.deadline}>
      <div className={styles.slider}>
        <Slider
          label="Deadline"
          hint="The answer if forced to at this time: the first output spike up to it, else the highest membrane potential. It is the shared time cursor."
          value={t}
          min={0}
          max={end}
          format={formatTime}
          onChange={(value) => session.playback.seek(value)}
        />
      </div>
      {forced && (
        <p data-testid="forced-answer">
          {`${forcedWords(derived.scene().spec, forced, t, sample?.label ?? null)}.`}
        </p>
      )}
      <div
        ref={place}
        className={styles.curve}
        role="img"
        aria-label={
          curve
            ? `Accuracy on the ${many} against the time of the answer. ${curveWords(curveAt(curve, t))}.`
            : `Accuracy on the ${many} against the time of the answer: not there yet`
        }
        {...drag}
      >
        {curve && <Plot {...{ series, x, cursor }} y={SHARES} />}
      </div>
      <p className={`${styles.told} ${dimmed(measured) ?? ''}`} data-testid="forced-accuracy">
        {curve ? (
          <>
            <Words>
              {curveWords(curveAt(curve, t))}
              {of !== evaluation &&
                (working ? ' (being worked out anew)' : ' (of earlier weights)')}
              {of === evaluation && at && ` (at ${at})`}
              {derived.whatIf() && ' (before the change)'}.
            </Words>
            <span> Line: right; dashed: answered by a spike.</span>
          </>
        ) : evaluation ? (
          `Speed against accuracy over the ${many} is being worked out.`
        ) : (
          `Speed against accuracy is shown once the ${many} have been evaluated.`
        )}
      </p>
    </div>
  );
}
