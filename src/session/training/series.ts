/** Training curves, capped: once full, neighbouring points are merged two by two, so that a long run keeps its shape. */
import type { StepReport } from '../../engine/engine';

/** A report, or the mean of several. */
export type CurvePoint = Omit<StepReport, 'learningRate' | 'imagesPerSecond'>;

export const MOST_POINTS = 2000;

/** The curve as at most `most` points, each the mean of the same number of neighbours, a power of two: as a curve grows, that seldom changes. */
export function condense(curve: readonly CurvePoint[], most: number): CurvePoint[] {
  let width = 1;
  while (curve.length > most * width) width *= 2;
  if (width === 1) return [...curve];
  return Array.from({ length: Math.ceil(curve.length / width) }, (_, i) =>
    meanOf(curve, i * width, Math.min((i + 1) * width, curve.length)),
  );
}

/** The mean over points [from, to), each weighing as its steps do. */
function meanOf(curve: readonly CurvePoint[], from: number, to: number): CurvePoint {
  const last = curve[to - 1]!;
  const sum = { loss: 0, accuracy: 0, spikes: last.spikes.map(() => 0), time: 0 };
  let steps = 0;
  let decided = 0;
  for (let i = from; i < to; i++) {
    const point = curve[i]!;
    steps += point.steps;
    sum.loss += point.loss * point.steps;
    sum.accuracy += point.accuracy * point.steps;
    for (let l = 0; l < sum.spikes.length; l++) sum.spikes[l]! += point.spikes[l]! * point.steps;
    if (Number.isNaN(point.decisionTime)) continue;
    decided += point.steps;
    sum.time += point.decisionTime * point.steps;
  }
  return {
    step: last.step,
    steps,
    loss: sum.loss / steps,
    accuracy: sum.accuracy / steps,
    spikes: sum.spikes.map((s) => s / steps),
    decisionTime: sum.time / decided,
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
      result[result.length - 1] = meanOf([last, point], 0, 2);
    } else {
      result.push(point);
    }
    if (result.length > most) {
      const merged: CurvePoint[] = [];
      for (let i = 0; i + 1 < result.length; i += 2) merged.push(meanOf(result, i, i + 2));
      if (result.length % 2 === 1) merged.push(result[result.length - 1]!);
      result = merged;
    }
  }
  return result;
}
