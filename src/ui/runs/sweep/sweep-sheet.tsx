/** A sweep: its grid, its progress, and what came of it: accuracy against what a network costs. */
import { Pause, Play, Square } from 'lucide-react';
import { useMemo, useState } from 'react';
import { isPointSize } from '../../../data/points/point';
import { RANGES, type NumberRange } from '../../../model/ranges';
import { sameData } from '../../../session/data/data-id';
import { testedOf } from '../../../session/data/tested';
import { runName, saving, type Run } from '../../../session/runs/runs';
import {
  gridProblem,
  parseNumbers,
  usualGrid,
  type SweepGrid,
} from '../../../session/background/sweep-plan';
import { Form } from '../../kit/form';
import { Button } from '../../kit/button';
import { formatCount, plural } from '../../../words/numbers';
import { ProgressLine } from '../../kit/progress-line';
import { useSession, useStoreOf } from '../../kit/session-context';
import { logAxis, shareAxis, xsOf } from '../../kit/plot/axis';
import { Plot } from '../../kit/plot/plot';
import { shapeOf } from '../../kit/plot/series';
import sheet from '../../kit/sheet.module.css';
import { percent } from '../../../view/words/figures';
import { GridField } from './grid-field';
import styles from './sweep.module.css';
import { seriesOf, shortCount, type Cost } from './sweep-plots';

type Typed = Record<keyof SweepGrid, string>;

/** What was typed, so that opening the sheet again does not lose it: for images and for points. */
const typed: Record<'images' | 'points', Partial<Typed>> = { images: {}, points: {} };

function written({ kernels, sizes, epochs, seeds }: SweepGrid): Typed {
  const list = (numbers: number[]) => numbers.join(', ');
  return {
    kernels: list(kernels),
    sizes: list(sizes),
    epochs: String(epochs),
    seeds: list(seeds),
  };
}

const ends = ({ range }: NumberRange) => range.map((end) => formatCount(end)).join(' to ');

function gridOf(text: Typed): SweepGrid | null {
  const kernels = parseNumbers(text.kernels, RANGES.kernel);
  const sizes = parseNumbers(text.sizes, RANGES.hiddenSize);
  const epochs = parseNumbers(text.epochs, RANGES.epochs);
  const seeds = parseNumbers(text.seeds, RANGES.seed);
  if (!kernels || !sizes || !seeds || epochs?.length !== 1) return null;
  return { kernels, sizes, epochs: epochs[0]!, seeds };
}

export function SweepSheet({ onOpen }: { onOpen: (run: Run) => void }) {
  const { sweep, runs, network, data } = useSession();
  const { status, points } = useStoreOf(sweep.store);
  const kept = useStoreOf(runs.store, (s) => s.runs);
  const spec = useStoreOf(network.store, (s) => s.spec);
  const ofPoints = isPointSize(spec.input);
  const [own, setOwn] = useState(typed[ofPoints ? 'points' : 'images']);
  const put = (patch: Partial<Typed>) =>
    setOwn((typed[ofPoints ? 'points' : 'images'] = { ...own, ...patch }));
  const text = { ...written(usualGrid(spec)), ...own };
  const grid = gridOf(text);
  const problem = grid
    ? gridProblem(grid, spec)
    : `Write whole numbers with commas between: kernels ${ends(RANGES.kernel)}, sizes ${ends(RANGES.hiddenSize)}, epochs ${ends(RANGES.epochs)}.`;
  const busy = status === 'running' || status === 'paused';
  const count = grid ? grid.kernels.length * grid.sizes.length * grid.seeds.length : 0;
  const here = useStoreOf(data.store, (s) => s.id);
  // Accuracies on other data are not to be compared with these.
  const swept = useMemo(
    () => kept.filter((r) => r.from === 'sweep' && sameData(r.data, here)),
    [kept, here],
  );
  const says = saving(swept, here);
  return (
    <>
      <Form
        className={styles.grid}
        onSubmit={() => {
          if (grid && !problem) void sweep.start(grid);
        }}
      >
        {!ofPoints && (
          <GridField
            label="Kernels k"
            value={text.kernels}
            disabled={busy}
            onChange={(kernels) => put({ kernels })}
          />
        )}
        <GridField
          label="Hidden neurons"
          value={text.sizes}
          disabled={busy}
          onChange={(sizes) => put({ sizes })}
        />
        <GridField
          label="Epochs each"
          value={text.epochs}
          disabled={busy}
          onChange={(epochs) => put({ epochs })}
        />
        <GridField
          label="Seeds"
          value={text.seeds}
          disabled={busy}
          onChange={(seeds) => put({ seeds })}
        />
        <span className={sheet.group}>
          {busy ? (
            <>
              <Button onClick={() => (status === 'paused' ? sweep.resume() : void sweep.pause())}>
                {status === 'paused' ? (
                  <Play size={13} aria-hidden />
                ) : (
                  <Pause size={13} aria-hidden />
                )}
                <span>{status === 'paused' ? 'Go on' : 'Pause'}</span>
              </Button>
              <Button data-testid="sweep-stop" onClick={() => void sweep.stop()}>
                <Square size={13} aria-hidden />
                <span>Stop</span>
              </Button>
            </>
          ) : (
            <Button
              kind="filled"
              type="submit"
              data-testid="sweep-start"
              disabled={problem !== null}
            >
              <Play size={13} aria-hidden />
              <span>{`Train ${plural(count, 'network')}`}</span>
            </Button>
          )}
        </span>
      </Form>
      <p className={problem && !busy ? sheet.bad : sheet.soft}>
        {(!busy && problem) ||
          'One after the other on one thread of its own, with the settings of the page; the page stays free meanwhile. Each network becomes a run.'}
      </p>
      {points.length > 0 && <SweepProgress />}
      {swept.length > 0 ? (
        <>
          <div className={styles.plots}>
            <CostPlot runs={swept} cost="weights" onOpen={onOpen} />
            <CostPlot runs={swept} cost="operations" onOpen={onOpen} />
          </div>
          <div className={sheet.line}>
            <Legend runs={swept} />
            <span className={sheet.soft}>choose a point to bring its network onto the page</span>
          </div>
          {says && <p data-testid="sweep-says">{says}</p>}
        </>
      ) : (
        <p className={sheet.empty}>
          {`The plots of accuracy against weights and against synaptic operations fill as networks are trained: ${
            ofPoints
              ? 'few hidden neurons do nearly as well as many.'
              : 'with packed patches (k above 1) far fewer weights do nearly as well.'
          }`}
        </p>
      )}
    </>
  );
}

function SweepProgress() {
  const { status, points, progress, secondsLeft, problem } = useStoreOf(useSession().sweep.store);
  const done = points.filter((p) => p.run !== null).length;
  const at = points.find((p) => p.status === 'training');
  const words = {
    idle: '',
    running: at ? `training ${runName(at.spec)}` : 'starting',
    paused: 'paused',
    done: 'done',
    stopped: 'stopped',
    failed: problem ?? 'failed',
  }[status];
  const left =
    status === 'running' && secondsLeft !== null
      ? secondsLeft > 90
        ? `, about ${Math.round(secondsLeft / 60)} min left`
        : `, about ${Math.max(1, Math.round(secondsLeft))} s left`
      : '';
  return (
    <ProgressLine label="Progress of the sweep" value={progress} testId="sweep-progress">
      {`${done} of ${points.length} trained: ${words}${left}`}
    </ProgressLine>
  );
}

interface CostProps {
  runs: Run[];
  cost: Cost;
  onOpen: (run: Run) => void;
}

function CostPlot({ runs, cost, onOpen }: CostProps) {
  const { accuracy } = testedOf(useStoreOf(useSession().data.store));
  const series = useMemo(() => seriesOf(runs, cost), [runs, cost]);
  const what = cost === 'weights' ? 'synaptic weights' : 'synaptic operations a sample';
  const x = useMemo(
    () => logAxis(xsOf(series), { label: what, format: shortCount }),
    [series, what],
  );
  return (
    <Plot
      series={series}
      height={284}
      x={x}
      y={shareAxis(series, `${accuracy}, %`)}
      onPick={(id) => {
        const run = runs.find((r) => r.id === id);
        if (run) onOpen(run);
      }}
      summary={`The ${accuracy} against ${what}: ${series
        .map((s) => `${s.label} up to ${percent(Math.max(...s.points.map((p) => p.y)), 1)}`)
        .join(', ')}`}
    />
  );
}

function Legend({ runs }: { runs: Run[] }) {
  return (
    <span className={styles.legend}>
      {seriesOf(runs, 'weights').map((s, i) => (
        <span key={s.key}>
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden>
            <path d={shapeOf(i)} fill={s.color} />
          </svg>
          <span>{s.label}</span>
        </span>
      ))}
    </span>
  );
}
