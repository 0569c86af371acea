/** Accuracy on a clock against the length of its steps, over test images; worked out in slices, so that the page stays free. */
import { imageAt, type ImageSet } from '../../../data/image-set';
import type { Network } from '../../../engine/engine';
import { yieldToEventLoop } from '../../../engine/shared/yield-to-event-loop';
import { encode } from '../../../model/encode';
import type { Readout } from '../../../model/readout';
import { forwardVolley } from '../../../model/step';
import { forwardStepped, TIME_STEPS, type TimeStep } from '../../../model/stepped';

/** Images of the test set that are looked at, the first ones. */
export const IMAGES = 1000;

/** Milliseconds of work after which the page gets its turn. */
const SLICE = 10;

export interface SteppedPoint {
  dt: TimeStep;
  /** Share answered rightly, the guess included, [0, 1]. */
  accuracy: number;
  /** Images in which two or more outputs fire first in the same step. */
  ties: number;
  /** Images with another answer than the exact one. */
  other: number;
}

export interface SteppedCurve {
  images: number;
  /** Share that is answered rightly without time steps; null until it is known. */
  exact: number | null;
  /** The longest step first, as they are worked out. */
  points: SteppedPoint[];
  /** Of the whole work, [0, 1]. */
  progress: number;
}

/** What counts as answer: 255 of a blank image. */
const answerOf = ({ class: first, guess }: Readout): number => first ?? guess ?? 255;

/**
 * @param report told after every slice
 * @param signal ends the work: the promise resolves, and nothing more is told
 * @param now the clock of the slices, in milliseconds
 */
export async function steppedCurve(
  { spec, weights }: Pick<Network, 'spec' | 'weights'>,
  set: ImageSet,
  report: (curve: SteppedCurve) => void,
  signal: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<void> {
  const images = Math.min(IMAGES, set.count);
  const passes: (TimeStep | null)[] = [null, ...TIME_STEPS];
  const exact: number[] = [];
  let curve: SteppedCurve = { images, exact: null, points: [], progress: 0 };
  let until = now() + SLICE;
  for (const [pass, dt] of passes.entries()) {
    let [right, ties, other] = [0, 0, 0];
    for (let n = 0; n < images; n++) {
      const input = encode(spec, imageAt(set, n));
      const { answer } =
        dt === null
          ? forwardVolley(spec, weights, input)
          : forwardStepped(spec, weights, input, dt);
      const given = answerOf(answer);
      if (dt === null) exact.push(given);
      else other += Number(given !== exact[n]);
      right += Number(given === set.labels[n]);
      ties += Number(answer.tie);
      if (now() < until) continue;
      report({ ...curve, progress: (pass + (n + 1) / images) / passes.length });
      await yieldToEventLoop();
      if (signal.aborted) return;
      until = now() + SLICE;
    }
    const accuracy = images === 0 ? 0 : right / images;
    if (dt === null) curve = { ...curve, exact: accuracy };
    else curve = { ...curve, points: [...curve.points, { dt, accuracy, ties, other }] };
  }
  report({ ...curve, progress: 1 });
}
