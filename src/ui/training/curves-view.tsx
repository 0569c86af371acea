/** The curves of the run: one measure at a time, all measures at the step under the pointer. */
import { memo, useMemo, useState } from 'react';
import { layerSizes } from '../../model/network';
import { testedOf } from '../../session/data/tested';
import { isTraining, type TrainingState } from '../../session/training/training-state';
import { formatCount } from '../../words/numbers';
import { Segmented } from '../kit/segmented';
import { useSession, useStoreOf } from '../kit/session-context';
import { VisuallyHidden } from '../kit/visually-hidden';
import { layerName } from '../../view/words/names';
import { Plot } from '../kit/plot/plot';
import { usePaced } from '../kit/plot/use-paced';
import { plotOf } from './plot-of';
import { chartOf } from '../../view/curves/chart';
import type { Line } from '../../view/curves/lines';
import { lineValue, longestReading, readAt, type Reading } from '../../view/curves/reading';
import { condense, type Measure, type Overlay, type RunCurve } from '../../view/curves/run-curve';
import {
  readingParts,
  readingWords,
  showValue,
  summary,
  testWhen,
} from '../../view/words/curve-words';
import { Swatch } from '../kit/plot/swatch';
import styles from './curves-view.module.css';
import { useTraining } from '../kit/use-training';

const OPTIONS = [
  { value: 'accuracy', label: 'Acc. %', term: 'accuracy' },
  { value: 'loss', label: 'Loss', term: 'loss' },
  { value: 'spikes', label: 'Spikes', term: 'spike' },
  { value: 'silent', label: 'Silent', term: 'silent' },
  { value: 'decision', label: 'Time', term: 'decision' },
  { value: 'weights', label: '‖w‖', term: 'weightNorm' },
  { value: 'errors', label: '‖δ‖', term: 'errorNorm' },
] as const;

const urgent = (state: TrainingState, before: TrainingState) =>
  state.status !== before.status || !isTraining(state.status);

export const Curves = memo(function Curves({ overlays }: { overlays: Overlay[] }) {
  const { network } = useSession();
  const { curve, tests, norms, epochSteps, settings, status } = useTraining(urgent);
  const isTrained = useStoreOf(network.store, (s) => s.origin.kind !== 'new');
  const spec = useStoreOf(network.store, (s) => s.spec);
  const sizes = useMemo(() => layerSizes(spec), [spec]);
  const names = useMemo(() => sizes.map((_, layer) => layerName(spec, layer)), [spec, sizes]);
  return (
    <CurvesOf
      curve={curve}
      tests={tests}
      norms={norms}
      sizes={sizes}
      names={names}
      epochSteps={epochSteps}
      planned={settings.epochs}
      overlays={overlays}
      waiting={isTrained && !isTraining(status)}
    />
  );
});

const CurvesOf = memo(function CurvesOf(
  props: RunCurve & {
    planned: number;
    overlays: Overlay[];
    /** Nothing is about to be drawn: the weights are trained already, and no run has begun. */
    waiting: boolean;
  },
) {
  const { curve, tests, norms, sizes, names, epochSteps, planned, overlays, waiting } = props;
  const [measure, setMeasure] = useState<Measure>('accuracy');
  const [hovered, setHovered] = useState<number>();
  const run = useMemo(
    () => ({ curve, tests, norms, sizes, names, epochSteps }),
    [curve, tests, norms, sizes, names, epochSteps],
  );
  const chart = useMemo(
    () => chartOf(measure, run, planned, overlays),
    [measure, run, planned, overlays],
  );
  const reading = useMemo(
    () =>
      // Under the pointer, the points that are drawn; else the newest.
      hovered === undefined ? readAt(run) : readAt({ ...run, curve: condense(run.curve) }, hovered),
    [run, hovered],
  );

  const longest = useMemo(
    () => longestReading(sizes ?? [], planned * epochSteps),
    [sizes, planned, epochSteps],
  );

  const empty = curve.length === 0 || chart.rows.length < 2;
  // What a person chooses is drawn at once; what training brings, at the pace of the eye.
  const asked = `${measure} ${planned} ${empty} ${overlays.map(({ id }) => id).join(' ')}`;
  const drawn = usePaced(chart, asked);
  const { series, x, y } = useMemo(() => plotOf(drawn), [drawn]);
  return (
    <figure className={styles.curves} data-waiting={(empty && waiting) || undefined}>
      <Segmented label="Curve" value={measure} options={OPTIONS} onChange={setMeasure} />
      <div className={styles.chart}>
        {/* There before training starts, when there is time to set it up. */}
        <Plot
          {...{ series, x, y }}
          reading={
            empty
              ? undefined
              : {
                  label: 'Step to read the curves at',
                  at: hovered,
                  onMove: setHovered,
                  words: reading
                    ? `step ${formatCount(reading.step)}: ${readingWords(reading)}`
                    : '',
                }
          }
        />
        {empty && <p className={styles.empty}>Its curves come here once it runs.</p>}
      </div>
      <figcaption>
        <VisuallyHidden>{summary(measure, run)}</VisuallyHidden>
        <div className={styles.read} aria-hidden>
          <div>
            {!empty && <Legend lines={chart.lines} measure={measure} reading={reading} />}
            {reading && !empty && (
              <div data-testid="curve-reading">
                <ReadingLine measure={measure} reading={reading} />
              </div>
            )}
          </div>
          {/* Not seen: it keeps the room that a whole reading takes, so that nothing below moves while a run begins. */}
          <div className={styles.room}>
            <Legend lines={chart.lines} measure={measure} reading={longest} />
            <ReadingLine measure={measure} reading={longest} />
          </div>
        </div>
      </figcaption>
    </figure>
  );
});

function Legend(props: { lines: Line[]; measure: Measure; reading: Reading | null }) {
  const { lines, measure, reading } = props;
  const { known, many } = testedOf(useStoreOf(useSession().data.store));
  return (
    <div className={styles.legend}>
      {legend(lines, measure).map((line) => (
        <span key={line.key}>
          <Swatch line={line} />
          <span>{` ${line.key === 'test' && known ? many : line.label} `}</span>
          {reading && !line.key.startsWith('run') && (
            <>
              <b translate="no">{showValue(measure, lineValue(measure, line.key, reading))}</b>
              {line.key === 'test' && <span>{testWhen(reading)}</span>}
            </>
          )}
        </span>
      ))}
    </div>
  );
}

/** The measures that the legend does not tell. */
function ReadingLine({ measure, reading }: { measure: Measure; reading: Reading }) {
  return (
    <p className={styles.reading}>
      <span>{`step ${formatCount(reading.step)}`}</span>
      {readingParts(reading)
        .filter((part) => part.measure !== measure)
        .map((part) => (
          <span key={part.measure}>{part.text}</span>
        ))}
    </p>
  );
}

/** The line that matters most first, other runs last. */
function legend(lines: Line[], measure: Measure): Line[] {
  const own = lines.filter((line) => !line.key.startsWith('run'));
  const others = lines.filter((line) => line.key.startsWith('run'));
  return [...(measure === 'spikes' ? own : own.toReversed()), ...others];
}
