/** What is read off the curves at one step. */
import type { NormPoint } from '../../session/network/norms';
import { silentShare, type Measure, type RunCurve } from './run-curve';

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
  // The newest evaluation made by that step, not a later one.
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

/**
 * A reading as long in words as those of a run become: the room that they take is known before the first step.
 * @param sizes [layers, input first] neurons
 * @param steps planned; 0 where unknown
 */
export function longestReading(sizes: readonly number[], steps: number): Reading {
  const layers = sizes.slice(1);
  // The test set is measured now and then: while it trains, seldom at the step that is read.
  const step = Math.max(steps, 1000);
  return {
    step,
    accuracy: 0.888,
    testAccuracy: 0.888,
    testStep: step - 1,
    loss: 0.0888,
    testLoss: 0.0888,
    spikes: [...sizes],
    silent: sizes.map(() => 0.88),
    decisionTime: 0.888,
    norms: { step, weights: layers.map(() => 88.8), errors: layers.map(() => 0.0888) },
  };
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
