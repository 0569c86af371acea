import { ArrowDown, ArrowUp, RotateCcw, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { runAccuracyAt } from '../../session/training/measured';
import { restorable, type Run } from '../../session/runs/runs';
import type { Runs } from '../../session/runs/runs-keeper';
import { IconButton } from '../kit/button';
import { formatCount, formatNumber } from '../../words/numbers';
import { AccuracyAt } from '../kit/measured-at';
import { VisuallyHidden } from '../kit/visually-hidden';
import { Swatch } from '../kit/plot/swatch';
import { DASH, figure } from '../../view/words/figures';
import { accuracyWords, strokeOf, type RunRow, type Sorting, type SortKey } from './compare';
import { RunName } from './run-name';
import styles from './runs.module.css';

interface Column {
  key: SortKey;
  label: string;
  title: string;
}

const NAME: Column = {
  key: 'name',
  label: 'Run',
  title: 'Name, and what it changed against the run before it',
};

const COLUMNS: Column[] = [
  { key: 'loss', label: 'Loss', title: 'Mean loss on the test set' },
  { key: 'epochs', label: 'Epochs', title: 'Epochs trained' },
  { key: 'weights', label: 'Weights', title: 'Synaptic weights of the network' },
  {
    key: 'operations',
    label: 'Operations',
    title: 'Synaptic operations a sample, to the decision',
  },
  { key: 'decision', label: 'Decides at', title: 'Mean time of the first output spike' },
  { key: 'hidden', label: 'Hidden spikes', title: 'Hidden neurons that spike, a sample' },
  { key: 'when', label: 'When', title: 'When the run was first kept' },
];

interface Props {
  rows: RunRow[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** Ids in the order in which they were chosen. */
  chosen: readonly number[];
  onChoose: (id: number) => void;
  current: number | null;
  runs: Runs;
  onRestore: (run: Run) => void;
}

export function RunsTable({ rows, sorting, onSort, ...rest }: Props) {
  const { head, title } = accuracyWords(rows.map(({ run }) => run));
  const mixed = rows.some(({ run }) => run.known) && !rows.every(({ run }) => run.known);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>In the plot</VisuallyHidden>
            </th>
            {[NAME, { key: 'accuracy' as const, label: head, title }, ...COLUMNS].map((column) => (
              <Head key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
            <th scope="col">
              <VisuallyHidden>Actions</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody translate="no">
          {rows.map((row) => (
            <Row
              key={row.run.id}
              row={row}
              place={rest.chosen.indexOf(row.run.id)}
              current={row.run.id === rest.current}
              mixed={mixed}
              runs={rest.runs}
              onChoose={rest.onChoose}
              onRestore={rest.onRestore}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps {
  column: Column;
  sorting: Sorting;
  onSort: Props['onSort'];
}

function Head({ column: { key, label, title }, sorting, onSort }: HeadProps) {
  const on = sorting.key === key;
  const { descending } = sorting;
  return (
    <th scope="col" aria-sort={on ? (descending ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        title={title}
        // A first click sorts figures from the largest, names from A.
        onClick={() => onSort({ key, descending: on ? !descending : key !== 'name' })}
      >
        <span>{label}</span>
        {on &&
          (descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
      </button>
    </th>
  );
}

interface RowProps {
  row: RunRow;
  /** Its place in the plot; -1: not in it. */
  place: number;
  current: boolean;
  /** Some rows are of what the network had learned from, and others are not. */
  mixed: boolean;
  runs: Runs;
  onChoose: (id: number) => void;
  onRestore: (run: Run) => void;
}

const Row = memo(function Row({ row, place, current, mixed, runs, onChoose, onRestore }: RowProps) {
  const { run, changed, epochs, weights, operations, loss, decision, hidden } = row;
  const about = [
    ...(current ? ['on the page'] : []),
    ...(run.from === 'sweep' ? ['sweep'] : []),
    ...(run.end === 'not-finite' ? ['not finite'] : []),
    ...(changed === null ? ['the first'] : changed.length === 0 ? ['nothing changed'] : changed),
  ].join(' · ');
  const brought = restorable(run);
  return (
    <tr data-testid="run-row">
      <td>
        <label className={styles.tick}>
          <input
            type="checkbox"
            checked={place >= 0}
            aria-label={`Show ${run.name} in the plot`}
            onChange={() => onChoose(run.id)}
          />
          {place >= 0 && <Swatch line={{ ...strokeOf(place), width: 2 }} />}
        </label>
      </td>
      <td className={styles.what}>
        <RunName run={run} runs={runs} />
        <small title={about}>{about}</small>
      </td>
      <td>
        <AccuracyAt share={run.accuracy} at={runAccuracyAt(run)} />
        {mixed && run.known && <small className={styles.known}>known</small>}
      </td>
      <td>{figure(loss)}</td>
      <td>{epochs === null ? DASH : Math.round(epochs * 10) / 10}</td>
      <td>{formatCount(weights)}</td>
      <td>{operations === null ? DASH : formatCount(operations)}</td>
      <td>{figure(decision)}</td>
      <td>{hidden === null ? DASH : formatNumber(hidden, 0)}</td>
      <td className={styles.when}>{when(run.id)}</td>
      <td className={styles.acts}>
        <IconButton
          label={
            brought
              ? `Bring the weights of ${run.name} back`
              : 'Its weights are not kept; its seed gives them again'
          }
          disabled={!brought}
          onClick={() => onRestore(run)}
        >
          <RotateCcw size={13} aria-hidden />
        </IconButton>
        <IconButton label={`Delete ${run.name}`} onClick={() => runs.remove(run.id)}>
          <Trash2 size={13} aria-hidden />
        </IconButton>
      </td>
    </tr>
  );
});

/** "24 Nov, 13:05". */
function when(id: number): string {
  return new Date(id).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}
