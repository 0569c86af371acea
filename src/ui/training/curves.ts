/** What the chart draws: the measures of a run and of runs laid over it, as rows, axes and words. */
import type { NormPoint } from '../../session/network/norms';
import { condense as means, type CurvePoint } from '../../session/training/series';
import type { TestPoint } from '../../session/training/training-state';
import { formatCount as count, formatNumber, plural } from '../../words/numbers';
import { DASH, figure, percent } from '../../view/words/figures';

export const MEASURES = [
  'accuracy',
  'loss',
  'spikes',
  'silent',
  'decision',
  'weights',
  'errors',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface RunCurve {
  curve: CurvePoint[];
  tests: TestPoint[];
  /** Steps of an epoch; 0 when unknown. */
  epochSteps: number;
  /** Absent for runs that are kept without them. */
  norms?: readonly NormPoint[];
  /** [layers, input first] neurons; silent shares are unknown without. */
  sizes?: readonly number[];
  /** [layers, input first] what they are called; numbered without. */
  names?: readonly string[];
}

/** A run laid over the one on the page. */
export interface Overlay extends RunCurve {
  id: number;
  name: string;
}

/** Ink of a line: a token of the theme, and a dash so that colour never says it alone. */
export interface Stroke {
  color: string;
  dash?: string;
  width: number;
}

export interface Line extends Stroke {
  key: string;
  label: string;
  /** So few points that each is marked: a line alone would not show them. */
  dots: boolean;
}

/** A place on the x axis (epochs, or steps where these are unknown) and the lines' values there. */
export type Row = { x: number } & Record<string, number | undefined>;

export interface Chart {
  lines: Line[];
  rows: Row[];
  x: { end: number; ticks: number[]; epochs: boolean };
  y: { low: number; high: number; ticks: number[] };
}

/** About one point a pixel of the chart. */
export const MOST_CURVE = 280;
const MOST_TESTS = 60;
const MOST_OVERLAY = 40;
const FEW = 12;

const FIRST: Stroke = { color: 'var(--ink)', width: 2 };
const SECOND: Stroke = { color: 'var(--soft)', dash: '2 2', width: 1 };
const LAYERS: Stroke[] = [
  { color: 'var(--soft)', dash: '1 3', width: 1.5 },
  { color: 'var(--ink)', width: 1.75 },
  { color: 'var(--inhibitory)', dash: '6 2', width: 1.75 },
  { color: 'var(--excitatory)', dash: '6 2 1 2', width: 1.75 },
  { color: 'var(--ink)', dash: '8 3', width: 1.25 },
];
const OUTPUT: Stroke = { color: 'var(--good)', dash: '3 2', width: 1.75 };
/** Strokes of the runs laid over this one, in the order in which they are chosen. */
export const OVERLAYS: Stroke[] = [
  { color: 'var(--inhibitory)', dash: '6 3', width: 1.5 },
  { color: 'var(--excitatory)', dash: '2 2', width: 1.5 },
  { color: 'var(--good)', dash: '8 2 2 2', width: 1.5 },
];

export function layerName(layer: number, layers: number): string {
  if (layer === 0) return 'input';
  if (layer === layers - 1) return 'output';
  return layers > 3 ? `hidden ${layer}` : 'hidden';
}

/** About every nth item, the last always among them. */
export function thin<T>(list: T[], most: number): T[] {
  if (list.length <= most) return list;
  const every = (list.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => list[Math.round(i * every)]!);
}

/** Neighbouring points as their means, so that a noisy measure is seen and not sampled. */
export function condense(curve: CurvePoint[]): CurvePoint[] {
  return means(curve, MOST_CURVE);
}

type Value = (point: CurvePoint) => number;

interface Source {
  line: Omit<Line, 'dots'>;
  /** From the training steps. */
  value?: Value;
  /** From the evaluations of the test set. */
  test?: 'accuracy' | 'loss';
  /** From the norms of this layer, 0 the first after the input. */
  norm?: { of: 'weights' | 'errors'; layer: number };
}

/** Layers `from` on, each a line. */
function layerLines(
  layers: number,
  names: readonly string[],
  from: number,
  source: (layer: number) => Omit<Source, 'line'>,
) {
  return Array.from({ length: layers - from }, (_, i): Source => {
    const l = i + from;
    const stroke = l === layers - 1 ? OUTPUT : LAYERS[l]!;
    const label = names[l] ?? layerName(l, layers);
    return { line: { key: `layer${l}`, label, ...stroke }, ...source(l) };
  });
}

/** Share of a layer that stays silent, [0, 1]; NaN where the layer's size is unknown. */
function silentShare(spikes: number, size: number | undefined): number {
  return size ? Math.max(0, 1 - spikes / size) : NaN;
}

function linesOf(
  measure: Measure,
  layers: number,
  { sizes = [], names = [] }: Pick<RunCurve, 'sizes' | 'names'>,
): Source[] {
  switch (measure) {
    case 'accuracy':
    case 'loss':
      return [
        { line: { key: 'batch', label: 'training', ...SECOND }, value: (p) => p[measure] },
        { line: { key: 'test', label: 'test', ...FIRST }, test: measure },
      ];
    case 'spikes':
      return layerLines(layers, names, 0, (l) => ({ value: (p) => p.spikes[l]! }));
    case 'silent':
      return layerLines(layers, names, 1, (l) => ({
        value: (p) => silentShare(p.spikes[l]!, sizes[l]),
      }));
    case 'weights':
    case 'errors':
      return layerLines(layers, names, 1, (l) => ({ norm: { of: measure, layer: l - 1 } }));
    case 'decision':
      return [
        { line: { key: 'decision', label: 'decides at', ...FIRST }, value: (p) => p.decisionTime },
      ];
  }
}

/** Where a run laid over another is read: one line each, the one that compares best. */
export function overlayPoints(measure: Measure, run: RunCurve): { step: number; value: number }[] {
  if (measure === 'accuracy' || (measure === 'loss' && run.tests.length > 1)) {
    return run.tests.map((t) => ({ step: t.step, value: t[measure as 'accuracy' | 'loss'] }));
  }
  if (measure === 'weights' || measure === 'errors') {
    return (run.norms ?? []).map((n) => ({ step: n.step, value: Math.hypot(...n[measure]) }));
  }
  const total = (list: readonly number[]) => list.slice(1, -1).reduce((sum, s) => sum + s, 0);
  return run.curve.map(({ step, loss, decisionTime, spikes }) => {
    const hidden = total(spikes);
    const value = {
      loss,
      decision: decisionTime,
      spikes: hidden,
      silent: silentShare(hidden, total(run.sizes ?? [])),
    }[measure as 'loss' | 'decision' | 'spikes' | 'silent'];
    return { step, value };
  });
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
function scale(low: number, high: number): Chart['y'] {
  const step = ticks(high - low || Math.abs(high) || 1)[1]!;
  const first = Math.floor(low / step + 1e-6);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-6));
  const all = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(6)),
  );
  return { low: all[0]!, high: all[all.length - 1]!, ticks: all };
}

/** The y axis. What the first steps of a run do must not flatten all the rest. */
function range(measure: Measure, rows: Row[], keys: string[], end: number): Chart['y'] {
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

/** All measures at one step. */
export interface Reading {
  step: number;
  accuracy: number;
  testAccuracy: number | null;
  /** The step at which the test set was measured last by then; null before. */
  testStep: number | null;
  loss: number;
  testLoss: number | null;
  spikes: number[];
  /** [layers, input first] share of silent neurons, [0, 1]; NaN where unknown. */
  silent: number[];
  decisionTime: number;
  /** The newest measured by then; null before the first. */
  norms: NormPoint | null;
}

/** The reading nearest to a place on the axis (the last without one); null before the first step. */
export function readAt(run: RunCurve, x?: number): Reading | null {
  const { curve, tests, epochSteps } = run;
  if (curve.length === 0) return null;
  const step = x === undefined ? Infinity : epochSteps > 0 ? x * epochSteps : x;
  const near = <T extends { step: number }>(list: T[]): T | undefined => {
    let best: T | undefined;
    for (const item of list) {
      if (!best || Math.abs(item.step - step) <= Math.abs(best.step - step)) best = item;
    }
    return step === Infinity ? list[list.length - 1] : best;
  };
  const point = near(curve)!;
  // The newest evaluation at that time: none is foretold.
  const test = tests.filter((t) => t.step <= point.step).at(-1);
  return {
    step: point.step,
    accuracy: point.accuracy,
    testAccuracy: test?.accuracy ?? null,
    testStep: test?.step ?? null,
    loss: point.loss,
    testLoss: test?.loss ?? null,
    spikes: point.spikes,
    silent: point.spikes.map((n, l) => silentShare(n, run.sizes?.[l])),
    decisionTime: point.decisionTime,
    norms: run.norms?.filter((n) => n.step <= point.step).at(-1) ?? null,
  };
}

/** How a value of a measure is written. */
export function showValue(measure: Measure, value: number | null | undefined): string {
  if (value == null || !Number.isFinite(value)) return DASH;
  if (measure === 'accuracy' || measure === 'silent') return percent(value, 1);
  if (measure === 'spikes') return formatNumber(value, value >= 100 ? 0 : 1);
  return figure(value);
}

/** " at step 938": the test set is measured now and then, seldom at the very step that is read. Empty where it was. */
export function testWhen({ step, testStep }: Pick<Reading, 'step' | 'testStep'>): string {
  return testStep === null || testStep === step ? '' : ` at step ${count(testStep)}`;
}

/** Every measure of a reading in a few words; layers after one another, separated by strokes. */
export function readingParts(reading: Reading): { measure: Measure; text: string }[] {
  const { accuracy, testAccuracy, loss, testLoss, spikes, silent, decisionTime, norms } = reading;
  const when = testWhen(reading);
  const beside = (measure: Measure, a: number, test: number | null) =>
    showValue(measure, a) + (test === null ? '' : ` (test ${showValue(measure, test)}${when})`);
  const parts: { measure: Measure; text: string }[] = [
    { measure: 'accuracy', text: beside('accuracy', accuracy, testAccuracy) },
    { measure: 'loss', text: `loss ${beside('loss', loss, testLoss)}` },
    { measure: 'spikes', text: `spikes ${spikes.map((s) => formatNumber(s, 0)).join('/')}` },
    { measure: 'decision', text: `t ${showValue('decision', decisionTime)}` },
  ];
  const known = silent.slice(1).filter((s) => !Number.isNaN(s));
  if (known.length > 0) {
    const shares = known.map((s) => formatNumber(s * 100, 0)).join('/');
    parts.push({ measure: 'silent', text: `silent ${shares} %` });
  }
  if (norms) {
    const list = (values: number[]) => values.map(figure).join('/');
    parts.push({ measure: 'weights', text: `‖w‖ ${list(norms.weights)}` });
    parts.push({ measure: 'errors', text: `‖δ‖ ${list(norms.errors)}` });
  }
  return parts;
}

export function readingWords(reading: Reading): string {
  return readingParts(reading)
    .map(({ text }) => text)
    .join(', ');
}

/** The value of a line at a reading. */
export function lineValue(measure: Measure, key: string, reading: Reading): number | null {
  if (measure === 'accuracy') return key === 'test' ? reading.testAccuracy : reading.accuracy;
  if (measure === 'loss') return key === 'test' ? reading.testLoss : reading.loss;
  if (measure === 'decision') return reading.decisionTime;
  const layer = Number(key.slice('layer'.length));
  if (measure === 'weights' || measure === 'errors') {
    return reading.norms?.[measure][layer - 1] ?? null;
  }
  return reading[measure][layer] ?? null;
}

/** What the chart shows, for those who cannot see it. */
export function summary(measure: Measure, run: RunCurve): string {
  const last = readAt(run);
  const first = readAt(run, 0);
  if (!last || !first) return 'No step has been made yet.';
  const way = (key: string, label: string) => {
    const [a, b] = [lineValue(measure, key, first), lineValue(measure, key, last)];
    return `${label} from ${showValue(measure, a)} to ${showValue(measure, b)}`;
  };
  const parts = linesOf(measure, last.spikes.length, run).map(({ line }) =>
    way(line.key, line.label),
  );
  const names: Record<Measure, string> = {
    accuracy: 'Accuracy',
    loss: 'Loss',
    spikes: 'Spikes an image',
    silent: 'Share of silent neurons a layer',
    decision: 'Time of the first output spike',
    weights: 'Norm of the weights a layer',
    errors: 'Norm of the temporal error a layer',
  };
  return `${names[measure]} over ${plural(last.step, 'step')}: ${parts.join(', ')}.`;
}
