/** Which step's weights a figure of the test set belongs to, and whether these are the weights on the page. */
import type { NetworkState } from '../network/network';
import { isTraining, type TestPoint, type TrainingState } from './training-state';

export interface Measured {
  /** Training steps made when it was measured. */
  step: number;
  /** Whether the weights have moved on since, as they do all the while it trains. */
  old: boolean;
}

function at(step: number, training: Pick<TrainingState, 'step' | 'status'>): Measured {
  return { step, old: training.step !== step || isTraining(training.status) };
}

/** Of the evaluation: misread images, confusions, operations; null without one. */
export function evaluationAt(
  { evaluation, evaluatedStep }: Pick<NetworkState, 'evaluation' | 'evaluatedStep'>,
  training: Pick<TrainingState, 'step' | 'status'>,
): Measured | null {
  return evaluation && at(evaluatedStep, training);
}

/** Of `testAccuracy`; null without one. */
export function accuracyAt(
  training: Pick<TrainingState, 'step' | 'status' | 'tests' | 'testAccuracy'>,
): Measured | null {
  const last = training.tests[training.tests.length - 1];
  return training.testAccuracy === null || !last ? null : at(last.step, training);
}

/** Of a kept run's accuracy; null where it was never evaluated. */
export function runAccuracyAt({
  step,
  tests,
}: {
  step: number;
  tests: readonly TestPoint[];
}): Measured | null {
  const last = tests[tests.length - 1];
  return last ? { step: last.step, old: last.step !== step } : null;
}
