/** The axes of the curves: round numbers, and ends that seldom move while the run grows. */
import type { Measure } from './run-curve';
import type { Row } from './lines';

export interface Extent {
  low: number;
  high: number;
  ticks: number[];
}

/** Round numbers of the axis: 0 to `end`, at most five. */
export function ticks(end: number): number[] {
  const rough = end / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((f) => f * power).find((s) => s >= rough - 1e-12)!;
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) =>
    Number((i * step).toPrecision(6)),
  );
}

/** The axis grows in few jumps, so that the curve does not shrink at every step. */
export function axisEnd(extent: number, planned: number): number {
  const stops = [0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100].filter((s) => s < planned);
  return [...stops, planned].find((s) => s >= extent) ?? extent;
}

/** Round numbers from at or below `low` to at or above `high`, about four of them. */
function scale(low: number, high: number): Extent {
  const step = ticks(high - low || Math.abs(high) || 1)[1]!;
  const first = Math.floor(low / step + 1e-6);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-6));
  const all = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(6)),
  );
  return { low: all[0]!, high: all[all.length - 1]!, ticks: all };
}

/** The y axis. Values of a run's first steps may lie far outside of the rest, and are left out, so that they do not flatten it. */
export function range(measure: Measure, rows: Row[], keys: string[], end: number): Extent {
  const settled = rows.filter((r) => r.x > 0.02 * end);
  const values = (settled.length > 3 ? settled : rows)
    .flatMap((row) => keys.map((key) => row[key]))
    .filter((value): value is number => value !== undefined)
    .toSorted((a, b) => a - b);
  const at = (share: number) => values[Math.round(share * (values.length - 1))] ?? 1;
  switch (measure) {
    case 'accuracy':
      return scale(Math.min(0.95, Math.max(0, at(0.04) - 0.005)), 1);
    case 'loss':
    case 'errors':
      return scale(0, at(0.97) * 1.05);
    case 'spikes':
    case 'weights':
      return scale(0, at(1));
    case 'silent':
      return scale(0, Math.min(1, Math.max(at(1), 0.02)));
    case 'decision': {
      const pad = Math.max(0.02, 0.1 * (at(0.98) - at(0.02)));
      return scale(at(0.02) - pad, at(0.98) + pad);
    }
  }
}
