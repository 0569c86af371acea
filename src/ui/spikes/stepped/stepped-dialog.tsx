/** Accuracy of a simulator with time steps against the length of its steps, beside the exact one. */
import { useEffect, useRef, useState } from 'react';
import { Play, Square } from 'lucide-react';
import { networkName } from '../../../model/network';
import { TIME_STEPS } from '../../../model/stepped';
import { steppedCurve, IMAGES, type SteppedCurve } from './curve';
import { percent } from '../../../view/words/figures';
import { formatCount } from '../../../words/numbers';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/dialog';
import { ProgressLine } from '../../kit/progress-line';
import { logAxis, shareAxis } from '../../kit/plot/axis';
import { Plot } from '../../kit/plot/plot';
import type { Series } from '../../kit/plot/series';
import { useSession, useStoreOf } from '../../kit/session-context';
import sheet from '../../kit/sheet.module.css';
import { useNoun } from '../../kit/use-noun';
import styles from './stepped.module.css';

const NOTHING: SteppedCurve = { images: 0, exact: null, points: [], progress: 0 };

/** Starts and stops the work; what is there of it stays until it begins anew. */
function useCurve() {
  const session = useSession();
  const [curve, setCurve] = useState(NOTHING);
  const [of, setOf] = useState<{ network: string; version: number } | null>(null);
  const [running, setRunning] = useState(false);
  const work = useRef<AbortController | null>(null);
  const stop = () => {
    work.current?.abort();
    setRunning(false);
  };
  useEffect(() => () => work.current?.abort(), []);
  const start = async () => {
    const { spec, weights, version } = session.network.store.getState();
    const set = session.testSet();
    if (!weights || !set) return;
    const control = new AbortController();
    work.current = control;
    setCurve(NOTHING);
    setOf({ network: networkName(spec), version });
    setRunning(true);
    await steppedCurve({ spec, weights }, set, setCurve, control.signal);
    if (!control.signal.aborted) setRunning(false);
  };
  return { curve, of, running, start, stop };
}

export function SteppedDialog({ onClose }: { onClose: () => void }) {
  const { network, data } = useSession();
  const { many } = useNoun();
  const ready = useStoreOf(data.store, (s) => s.test.set !== null);
  const version = useStoreOf(network.store, (s) => s.version);
  const { curve, of, running, start, stop } = useCurve();
  const images = formatCount(curve.images || IMAGES);
  return (
    <Dialog open onOpenChange={onClose} title="Exact against time steps" width={760}>
      <div className={styles.sheet} data-testid="stepped-dialog">
        <p>
          This page computes every spike time exactly. Simulators such as norse and snnTorch go in
          steps of dt: a spike comes at the end of a step, and outputs that fire in the same step
          are a tie. The same weights, on such a clock:
        </p>
        <div className={sheet.line}>
          {running ? (
            <ProgressLine
              label="Progress of the curve"
              value={curve.progress}
              testId="stepped-progress"
            >
              {`${Math.round(curve.progress * 100)} %`}
            </ProgressLine>
          ) : (
            <span className={sheet.soft}>
              {of
                ? `${of.network}, the first ${images} test ${many}${version === of.version ? '' : ' (of earlier weights)'}`
                : `Over the first ${images} test ${many}; the page stays free meanwhile.`}
            </span>
          )}
          {running ? (
            <Button data-testid="stepped-stop" onClick={stop}>
              <Square size={13} aria-hidden />
              <span>Stop</span>
            </Button>
          ) : (
            <Button
              kind="filled"
              data-testid="stepped-start"
              disabled={!ready}
              onClick={() => void start()}
            >
              <Play size={13} aria-hidden />
              <span>Work out the curve</span>
            </Button>
          )}
        </div>
        <SteppedPlot curve={curve} />
        <span className={sheet.soft}>line: with time steps; dashed: exact</span>
        <SteppedTable curve={curve} many={many} />
      </div>
    </Dialog>
  );
}

function seriesOf({ points, exact }: SteppedCurve): Series[] {
  const ends = [Math.min(...TIME_STEPS), Math.max(...TIME_STEPS)];
  return [
    {
      key: 'stepped',
      label: 'with time steps',
      color: 'var(--ink)',
      marks: 'shape',
      points: points.map(({ dt, accuracy }) => ({ x: dt, y: accuracy })).toReversed(),
    },
    {
      key: 'exact',
      label: 'exact',
      color: 'var(--excitatory)',
      dash: '4 3',
      points: exact === null ? [] : ends.map((x) => ({ x, y: exact })),
    },
  ];
}

function SteppedPlot({ curve }: { curve: SteppedCurve }) {
  const series = seriesOf(curve);
  const told = curve.points.map(({ dt, accuracy }) => `${percent(accuracy, 1)} at ${dt}`);
  return (
    <Plot
      series={series}
      height={220}
      x={logAxis(TIME_STEPS, { label: 'length of a step, dt', format: String })}
      y={shareAxis(series, 'right, %')}
      summary={`Accuracy against the length of a time step: ${told.join(', ') || 'not worked out yet'}`}
    />
  );
}

function SteppedTable({ curve: { points, exact }, many }: { curve: SteppedCurve; many: string }) {
  if (exact === null) return null;
  return (
    <table className={styles.table} data-testid="stepped-table">
      <thead>
        <tr>
          <th scope="col">dt</th>
          <th scope="col">right</th>
          <th scope="col" title={`Test ${many} in which outputs fire first in the same step`}>
            ties
          </th>
          <th scope="col" title={`Test ${many} with another answer than the exact one`}>
            other answers
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>exact</td>
          <td>{percent(exact, 1)}</td>
          <td>–</td>
          <td>–</td>
        </tr>
        {points.toReversed().map(({ dt, accuracy, ties, other }) => (
          <tr key={dt}>
            <td>{dt}</td>
            <td>{percent(accuracy, 1)}</td>
            <td>{ties}</td>
            <td>{other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
