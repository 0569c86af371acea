/** Which rows of a layer are shown, and in which order. */

import { formatCount } from '../../words/numbers';
import type { Sort } from './choices';

export interface Rows {
  /** [shown rows] the neuron of a row, top first. */
  neurons: Uint32Array;
  /** [neurons] its row, or -1 where it has none. */
  rowOf: Int32Array;
  /** Neurons of the layer. */
  total: number;
  /** `all`; `spiking`: silent neurons have no row; `thinned`: not even every spiking neuron has one; `scrolled`: a stretch of all rows. */
  kind: 'all' | 'spiking' | 'thinned' | 'scrolled';
  /** `scrolled`: rows before the first shown. */
  first: number;
}

export interface RowOptions {
  sort: Sort;
  /** How many rows there is room for. */
  room: number;
  /** [neurons] signed contribution to the selected neuron, for the sort. */
  contribution?: ArrayLike<number>;
  /** Scrolled: how many rows fit at a height at which each is seen, and the row to begin with. */
  scroll?: { first: number; fit: number } | null;
  /** Neurons that keep their row when rows are thinned out. */
  keep?: number[];
}

/** @param times [neurons] +Infinity silent */
export function arrangeRows(times: ArrayLike<number>, options: RowOptions): Rows {
  const { room, keep = [], scroll } = options;
  const total = times.length;
  let kind: Rows['kind'] = 'all';
  let neurons = Array.from({ length: total }, (_, i) => i);
  let first = 0;
  const scrolled = scroll && total > scroll.fit;
  if (total > room && !scrolled) {
    kind = 'spiking';
    neurons = neurons.filter((i) => times[i]! < Infinity || keep.includes(i));
  }
  neurons.sort(comparison(times, options));
  if (scrolled) {
    kind = 'scrolled';
    first = Math.max(0, Math.min(Math.round(scroll.first), total - scroll.fit));
    neurons = neurons.slice(first, first + scroll.fit);
  } else if (neurons.length > room) {
    kind = 'thinned';
    const stride = neurons.length / Math.max(1, room);
    neurons = neurons.filter(
      (i, r) => Math.floor(r / stride) !== Math.floor((r - 1) / stride) || keep.includes(i),
    );
  }
  const rowOf = new Int32Array(total).fill(-1);
  neurons.forEach((neuron, row) => (rowOf[neuron] = row));
  return { neurons: Uint32Array.from(neurons), rowOf, total, kind, first };
}

/** Silent neurons come last under every order but that by index; equals by index. */
function comparison(
  times: ArrayLike<number>,
  { sort, contribution }: RowOptions,
): (a: number, b: number) => number {
  const time = (i: number) => Math.min(times[i]!, Number.MAX_VALUE);
  if (sort === 'index') return (a, b) => a - b;
  if (sort === 'time' || !contribution) return (a, b) => time(a) - time(b) || a - b;
  const silent = (i: number) => (times[i]! < Infinity ? 0 : 1);
  return (a, b) =>
    silent(a) - silent(b) || contribution[b]! - contribution[a]! || time(a) - time(b) || a - b;
}

/** "138 of 784 rows": the silent ones have none; "rows 201 to 240 of 784"; null when every neuron has a row. */
export function rowsCaption(rows: Rows): string | null {
  if (rows.kind === 'all') return null;
  if (rows.kind === 'scrolled') {
    const last = rows.first + rows.neurons.length;
    return `rows ${formatCount(rows.first + 1)} to ${formatCount(last)} of ${formatCount(rows.total)}`;
  }
  const shown = `${formatCount(rows.neurons.length)} of ${formatCount(rows.total)} rows`;
  return rows.kind === 'spiking' ? shown : `${shown}, thinned`;
}
