/** Training curves, capped: once full, neighbouring points are merged two by two, so that a long run keeps its shape. */
import type { StepReport } from '../engine/engine';

export interface CurvePoint {
  /** Last step the point covers. */
  step: number;
  /** Steps the point is the mean of. */
  steps: number;
  loss: number;
  /** [0, 1] */
  accuracy: number;
  /** [layers, input first] spikes an image */
  spikes: number[];
  /** Mean time of the first output spike; NaN when none fired. */
  decisionTime: number;
}

export const MOST_POINTS = 2000;

function merge(a: CurvePoint, b: CurvePoint): CurvePoint {
  const steps = a.steps + b.steps;
  const mean = (x: number, y: number) => (x * a.steps + y * b.steps) / steps;
  return {
    step: b.step,
    steps,
    loss: mean(a.loss, b.loss),
    accuracy: mean(a.accuracy, b.accuracy),
    spikes: a.spikes.map((s, l) => mean(s, b.spikes[l]!)),
    decisionTime: Number.isNaN(a.decisionTime)
      ? b.decisionTime
      : Number.isNaN(b.decisionTime)
        ? a.decisionTime
        : mean(a.decisionTime, b.decisionTime),
  };
}

/** The curve with `reports` added, thinned to at most `most` points of about equal width. */
export function extend(
  curve: CurvePoint[],
  reports: readonly CurvePoint[] | readonly StepReport[],
  most = MOST_POINTS,
): CurvePoint[] {
  let result = [...curve];
  for (const { step, steps, loss, accuracy, spikes, decisionTime } of reports) {
    const point = { step, steps, loss, accuracy, spikes, decisionTime };
    // The last point grows until it is as wide as those before it.
    const last = result[result.length - 1];
    const width = result[0]?.steps ?? 0;
    if (last && result.length > 1 && last.steps + steps <= width) {
      result[result.length - 1] = merge(last, point);
    } else {
      result.push(point);
    }
    if (result.length > most) {
      const merged: CurvePoint[] = [];
      for (let i = 0; i + 1 < result.length; i += 2) merged.push(merge(result[i]!, result[i + 1]!));
      if (result.length % 2 === 1) merged.push(result[result.length - 1]!);
      result = merged;
    }
  }
  return result;
}
