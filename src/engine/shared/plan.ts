/** The planned run: how long it is and how fast it learns at each step. */
import { cosineRate } from '../../model/optimizer';
import { stepsPerEpoch, type TrainingSettings } from '../../model/training';
import type { TrainEnd } from '../engine';

/** Steps of the whole planned run over `images` images: epochs x ceil(N / batch). */
export function plannedSteps(
  settings: Pick<TrainingSettings, 'epochs' | 'batch'>,
  images: number,
): number {
  return Math.ceil(settings.epochs * stepsPerEpoch(images, settings.batch));
}

/** The learning rate of step `step` (0-based: steps made before it). */
export function learningRateAt(
  settings: Pick<TrainingSettings, 'epochs' | 'batch' | 'learningRate'>,
  step: number,
  images: number,
): number {
  return cosineRate(settings.learningRate, step, plannedSteps(settings, images));
}

/**
 * Why training ends once `step` steps are made, or undefined when it goes on. The plan's end comes before the others: it says that
 * there is nothing left to train, however many steps were asked for.
 * @param last the step at which as many as asked are made
 */
export function endReason(
  step: number,
  last: number,
  planned: number,
  stopping: boolean,
): TrainEnd['reason'] | undefined {
  if (step >= planned) return 'plan';
  if (step >= last) return 'steps';
  if (stopping) return 'stopped';
  return undefined;
}
