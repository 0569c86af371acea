/** Runs side by side: their curves over one another, their figures in a table. */
import { Download, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { csvFile } from '../../files/csv';
import type { Run } from '../../session/runs/runs';
import { runsCsv, runsJson } from '../../session/runs/runs-export';
import { Button } from '../kit/button';
import { download } from '../kit/download';
import { plural } from '../../words/numbers';
import { Segmented } from '../kit/segmented';
import { useSession, useStoreOf } from '../kit/session-context';
import { figure, percent } from '../../view/words/figures';
import {
  accuracyWords,
  isShare,
  linesOf,
  MOST_COMPARED,
  rowsOf,
  sortRows,
  type Compared,
  type Sorting,
} from './compare';
import { exactAxis, shareAxis, valueAxis, xsOf } from '../kit/plot/axis';
import { Plot } from '../kit/plot/plot';
import sheet from '../kit/sheet.module.css';
import { RunsTable } from './runs-table';

const MEASURES = [
  { value: 'accuracy', label: 'Training %' },
  { value: 'loss', label: 'Loss' },
  { value: 'spikes', label: 'Hidden spikes' },
  { value: 'silent', label: 'Silent %' },
  { value: 'decision', label: 'Decides at' },
  { value: 'weights', label: '‖w‖' },
  { value: 'errors', label: '‖δ‖' },
] as const;

/** What the values are of, beside the axis. */
const AXES: Record<Exclude<Compared, 'test'>, string> = {
  accuracy: '% of the training samples',
  loss: 'training loss',
  spikes: 'hidden spikes a sample',
  silent: '% of the hidden neurons',
  decision: 'time of the first output spike',
  weights: 'norm of all weights',
  errors: 'norm of the temporal error',
};

interface Props {
  /** Ids of the runs whose curves are asked for at first. */
  asked: readonly number[];
  onRestore: (run: Run) => void;
}

export function Comparison({ asked, onRestore }: Props) {
  const { runs } = useSession();
  const { runs: kept, current, trouble } = useStoreOf(runs.store);
  const [measure, setMeasure] = useState<Compared>('test');
  const [sorting, setSorting] = useState<Sorting>({ key: 'when', descending: true });
  const [chosen, setChosen] = useState<readonly number[]>(() =>
    asked.length > 0 ? asked : kept.slice(-3).map((r) => r.id),
  );
  const rows = useMemo(() => sortRows(rowsOf(kept), sorting), [kept, sorting]);
  const shown = useMemo(
    () => chosen.map((id) => kept.find((r) => r.id === id)).filter((r): r is Run => !!r),
    [chosen, kept],
  );
  const tested = useMemo(() => accuracyWords(shown.length > 0 ? shown : kept), [shown, kept]);
  const measures = useMemo(
    () => [{ value: 'test' as const, label: `${tested.head} %` }, ...MEASURES],
    [tested],
  );
  const axis = measure === 'test' ? tested.axis : AXES[measure];
  const lines = useMemo(() => linesOf(shown, measure), [shown, measure]);
  const share = isShare(measure);
  const x = useMemo(
    () =>
      exactAxis([0, ...xsOf(lines)], {
        label: 'epochs',
        format: (v) => String(Number(v.toPrecision(3))),
      }),
    [lines],
  );
  const ids = useMemo(() => shown.map((r) => r.id), [shown]);
  const choose = useCallback(
    (id: number) =>
      setChosen((list) =>
        list.includes(id) ? list.filter((c) => c !== id) : [...list, id].slice(-MOST_COMPARED),
      ),
    [],
  );
  if (kept.length === 0) {
    return (
      <p className={sheet.empty}>
        No run is kept yet: train, and each run that ends or stops is listed here with its curves,
        figures and weights.
      </p>
    );
  }
  const some = shown.length > 0 ? shown : kept;
  const what = shown.length > 0 ? plural(shown.length, 'run') : `all ${plural(kept.length, 'run')}`;
  return (
    <>
      <div className={sheet.line}>
        <Segmented
          label="What the curves show"
          value={measure}
          options={measures}
          onChange={setMeasure}
        />
        <span className={sheet.soft}>
          {shown.length > 0
            ? `${plural(shown.length, 'run')} in the plot, at most ${MOST_COMPARED}`
            : 'tick runs to lay their curves over one another'}
        </span>
      </div>
      <Plot
        series={lines}
        height={204}
        x={x}
        y={share ? shareAxis(lines, axis) : valueAxis(lines, axis)}
        summary={`${measures.find((m) => m.value === measure)!.label}: ${lines
          .map((l) => {
            const end = l.points[l.points.length - 1]?.y;
            return `${l.label} ends at ${share ? percent(end) : figure(end)}`;
          })
          .join(', ')}`}
      />
      <RunsTable
        rows={rows}
        sorting={sorting}
        onSort={setSorting}
        chosen={ids}
        onChoose={choose}
        current={current}
        runs={runs}
        onRestore={onRestore}
      />
      {trouble && <p className={sheet.bad}>{trouble}</p>}
      <div className={sheet.line}>
        <span className={sheet.soft}>{`${plural(kept.length, 'run')} kept in this browser`}</span>
        <span className={sheet.group}>
          <Button
            disabled={shown.length === 0}
            onClick={() => runs.remove(...shown.map((r) => r.id))}
          >
            <Trash2 size={13} aria-hidden />
            <span>{`Delete ${shown.length > 0 ? what : 'ticked'}`}</span>
          </Button>
          <Button
            title={`The figures of ${what} as a table`}
            onClick={() => download('runs.csv', csvFile(runsCsv(some, kept)))}
          >
            <Download size={13} aria-hidden />
            <span>CSV</span>
          </Button>
          <Button
            title={`${what} with settings and curves`}
            onClick={() =>
              download('runs.json', new Blob([runsJson(some)], { type: 'application/json' }))
            }
          >
            <Download size={13} aria-hidden />
            <span>JSON</span>
          </Button>
        </span>
      </div>
    </>
  );
}
