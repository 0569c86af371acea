/** What the chart draws: the measures of a run and of runs laid over it, as rows and axes. */
import { axisEnd, range, ticks, type Extent } from './axes';
import { linesOf, type Line, type Row } from './lines';
import {
  condense,
  MOST_CURVE,
  overlayPoints,
  thin,
  type Measure,
  type Overlay,
  type RunCurve,
} from './run-curve';
import { OVERLAYS } from './strokes';

export interface Chart {
  measure: Measure;
  lines: Line[];
  rows: Row[];
  x: { end: number; ticks: number[]; epochs: boolean };
  y: Extent;
}

const MOST_TESTS = 60;
const MOST_OVERLAY = 40;
const FEW = 12;

/**
 * @param planned epochs planned, for the length of the axis
 * @param overlays at most as many as there are OVERLAYS; their steps are scaled so that epochs lie over epochs
 */
export function chartOf(
  measure: Measure,
  run: RunCurve,
  planned: number,
  overlays: Overlay[] = [],
): Chart {
  const layers = run.curve[run.curve.length - 1]?.spikes.length ?? run.sizes?.length ?? 3;
  const epochs = run.epochSteps > 0;
  const rows = new Map<number, Row>();
  const put = (x: number, key: string, value: number) => {
    if (!Number.isFinite(value)) return;
    const row = rows.get(x) ?? ({ x } as Row);
    row[key] = value;
    rows.set(x, row);
  };
  const place = (step: number, epochSteps: number) =>
    epochs && epochSteps > 0 ? step / epochSteps : step;
  const lines: Line[] = [];
  overlays.slice(0, OVERLAYS.length).forEach((other, i) => {
    const key = `run${other.id}`;
    const points = thin(overlayPoints(measure, other), MOST_OVERLAY);
    lines.push({ key, label: other.name, ...OVERLAYS[i]!, dots: points.length <= FEW });
    for (const { step, value } of points) {
      put(place(step, other.epochSteps), key, value);
    }
  });
  const condensed = condense(run.curve);
  for (const { line, value, test, norm } of linesOf(measure, layers, run)) {
    const points: { step: number; value: number }[] = test
      ? thin(run.tests, MOST_TESTS).map((t) => ({ step: t.step, value: t[test] }))
      : norm
        ? thin([...(run.norms ?? [])], MOST_CURVE).map((n) => ({
            step: n.step,
            value: n[norm.of][norm.layer]!,
          }))
        : condensed.map((p) => ({ step: p.step, value: value!(p) }));
    lines.push({ ...line, dots: (test ?? norm) !== undefined && points.length <= FEW });
    for (const p of points) put(place(p.step, run.epochSteps), line.key, p.value);
  }
  const sorted = [...rows.values()].toSorted((a, b) => a.x - b.x);
  const extent = sorted[sorted.length - 1]?.x ?? 0;
  const end = epochs ? axisEnd(extent, planned) : Math.max(extent, 1);
  return {
    measure,
    lines,
    rows: sorted,
    x: { end, ticks: ticks(end), epochs },
    y: range(
      measure,
      sorted,
      lines.map((l) => l.key),
      end,
    ),
  };
}
