/** The measures of a run over its steps: what every chart of runs reads. */
import type { NormPoint } from '../../session/network/norms';
import { condense as means, type CurvePoint } from '../../session/training/series';
import type { TestPoint } from '../../session/training/training-state';

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

/** Whether its values are shares, written in per cent. */
export const isShare = (measure: Measure) => measure === 'accuracy' || measure === 'silent';

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

/** About one point a pixel of the chart. */
export const MOST_CURVE = 280;

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

/** Share of a layer that stays silent, [0, 1]; NaN where the layer's size is unknown. */
export function silentShare(spikes: number, size: number | undefined): number {
  return size ? Math.max(0, 1 - spikes / size) : NaN;
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
