/** What the comparison of runs shows: lines of a measure, rows of a table and how they are sorted. */
import { layerSizes, weightCount } from '../../model/network';
import { knownWords } from '../../session/data/tested';
import { changes, type Run } from '../../session/runs/runs';
import { overlayPoints, thin } from '../../view/curves/run-curve';
import type { Series } from '../kit/plot/series';

/** What of a run is drawn; of a measure of each layer, all hidden layers' (or layers') together. */
export type Compared =
  | 'test'
  | 'accuracy'
  | 'loss'
  | 'spikes'
  | 'silent'
  | 'decision'
  | 'weights'
  | 'errors';

/** The measures that are shares, written in per cent. */
export const isShare = (measure: Compared) =>
  measure === 'test' || measure === 'accuracy' || measure === 'silent';

/** Ink of the lines, in the order in which runs are chosen: a dash beside each colour. */
const STROKES = [
  { color: 'var(--ink)' },
  { color: 'var(--inhibitory)', dash: '6 3' },
  { color: 'var(--excitatory)', dash: '2 2' },
  { color: 'var(--good)', dash: '8 2 2 2' },
  { color: 'var(--soft)', dash: '1 3' },
  { color: 'var(--bad)', dash: '10 3' },
] as const;

/** Runs that can be told apart in one plot. */
export const MOST_COMPARED = STROKES.length;

const MOST_POINTS = 120;

export function strokeOf(index: number): { color: string; dash?: string } {
  return STROKES[index % STROKES.length]!;
}

/** A line a run, over epochs, so that runs of different batches lie over one another. */
export function linesOf(runs: readonly Run[], measure: Compared): Series[] {
  return runs.map((run, i) => {
    const at = (step: number) => (run.epochSteps > 0 ? step / run.epochSteps : step);
    const values =
      measure === 'accuracy' || measure === 'loss'
        ? run.curve.map((p) => ({ step: p.step, value: p[measure] }))
        : overlayPoints(measure === 'test' ? 'accuracy' : measure, {
            ...run,
            sizes: layerSizes(run.spec),
          });
    const points = thin(values, MOST_POINTS).map(({ step, value }) => ({ x: at(step), y: value }));
    return {
      key: String(run.id),
      label: run.name,
      ...strokeOf(i),
      marks: measure === 'test' ? 'shape' : undefined,
      points: points.filter((p) => Number.isFinite(p.y)),
    };
  });
}

/** What the accuracies of several runs are called: of test sets, of what the networks learned from, or of some of both. */
export interface AccuracyWords {
  /** At the head of a column. */
  head: string;
  title: string;
  /** "% of the test set". */
  axis: string;
}

const TEST: AccuracyWords = {
  head: 'Test',
  title: 'Accuracy on the whole test set',
  axis: '% of the test set',
};

export function accuracyWords(runs: readonly Pick<Run, 'known' | 'spec'>[]): AccuracyWords {
  const all = [...new Set(runs.flatMap(({ known, spec }) => (known ? [knownWords(spec)] : [])))];
  if (all.length === 0) return TEST;
  const many = all.length === 1 ? all[0]! : 'what is known';
  const title = `accuracy on ${many}, which says little of new ones`;
  if (runs.every(({ known }) => known))
    return {
      head: capital(many.replace('what is known', 'known')),
      title: capital(title),
      axis: `% of ${many}`,
    };
  return {
    head: 'Test or known',
    title: `${TEST.title}; where “known” stands beside it, ${title}`,
    axis: `${TEST.axis}, or of ${many}`,
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export interface RunRow {
  run: Run;
  /** Against the run before it; null for the first of all. */
  changed: string[] | null;
  epochs: number | null;
  weights: number;
  operations: number | null;
  loss: number | null;
  decision: number | null;
  hidden: number | null;
}

export function rowsOf(runs: readonly Run[]): RunRow[] {
  return runs.map((run, i) => {
    const before = runs[i - 1];
    const { figures } = run;
    return {
      run,
      changed: before ? changes(before, run) : null,
      epochs: run.epochSteps > 0 ? run.step / run.epochSteps : null,
      weights: weightCount(run.spec),
      operations: figures?.synapticOperations ?? null,
      loss: figures?.loss ?? null,
      decision: figures?.decisionTime ?? null,
      hidden: figures?.spikesPerImage.hidden.reduce((sum, n) => sum + n, 0) ?? null,
    };
  });
}

export type SortKey =
  | 'when'
  | 'name'
  | 'accuracy'
  | 'loss'
  | 'epochs'
  | 'weights'
  | 'operations'
  | 'decision'
  | 'hidden';

export interface Sorting {
  key: SortKey;
  descending: boolean;
}

/** Sorted as asked; what has no value comes last either way. */
export function sortRows(rows: readonly RunRow[], { key, descending }: Sorting): RunRow[] {
  const sign = descending ? -1 : 1;
  const value = (row: RunRow): number | null => {
    switch (key) {
      case 'when':
      case 'name':
        return row.run.id;
      case 'accuracy':
        return row.run.accuracy;
      default:
        return row[key];
    }
  };
  return rows.toSorted((a, b) => {
    if (key === 'name') {
      return sign * a.run.name.localeCompare(b.run.name, 'en', { numeric: true });
    }
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
