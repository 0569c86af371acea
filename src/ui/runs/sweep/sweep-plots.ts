/** The plots of a sweep: accuracy against what a network costs, a series a kernel. */
import { weightCount } from '../../../model/network';
import { runName, type Run } from '../../../session/runs/runs';
import { formatCount, formatPercent } from '../../../words/numbers';
import type { PlotPoint, Series } from '../../kit/plot/series';

export type Cost = 'weights' | 'operations';

const COLORS = [
  'var(--ink)',
  'var(--inhibitory)',
  'var(--excitatory)',
  'var(--good)',
  'var(--soft)',
  'var(--bad)',
];
const DASHES = [undefined, '6 3', '2 2', '8 2 2 2', '1 3', '10 3'];

const costOf = (run: Run, cost: Cost): number | null =>
  cost === 'weights' ? weightCount(run.spec) : (run.figures?.synapticOperations ?? null);

/** The kernels among runs, ascending: the order of the series in both plots. */
export function kernelsOf(runs: readonly Run[]): number[] {
  return [...new Set(runs.map((r) => r.spec.coding.kernel))].toSorted((a, b) => a - b);
}

/** A series a kernel, cheapest first; runs without an accuracy or a cost are left out. */
export function seriesOf(runs: readonly Run[], cost: Cost): Series[] {
  return kernelsOf(runs).map((kernel, i) => {
    const points = runs
      .filter((r) => r.spec.coding.kernel === kernel)
      .flatMap((run): PlotPoint[] => {
        const x = costOf(run, cost);
        if (x === null || x <= 0 || run.accuracy === null) return [];
        const what = `${formatCount(x)} ${cost === 'weights' ? 'weights' : 'operations'}`;
        const label = `${runName(run.spec)}: ${formatPercent(run.accuracy)}, ${what}. Open this run`;
        return [{ x, y: run.accuracy, id: run.id, label }];
      })
      .toSorted((a, b) => a.x - b.x);
    return {
      key: `k${kernel}`,
      label: `k = ${kernel}`,
      color: COLORS[i % COLORS.length]!,
      dash: DASHES[i % DASHES.length],
      marks: 'shape',
      points,
    };
  });
}

/** "12,300", short as on an axis: "12k", "1.2M". */
export function shortCount(value: number): string {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (value >= 1000) return `${Number((value / 1000).toPrecision(3))}k`;
  return String(Number(value.toPrecision(3)));
}
