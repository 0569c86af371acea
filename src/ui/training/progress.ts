/** How far a run has come, in the words of the progress bar. */
import type { TrainingState } from '../../session/training/training-state';

export interface Progress {
  /** [0, 1] of the planned run; null until the training images are there. */
  share: number | null;
  /** The epoch under way, from 1; `epochs` once the plan is over. */
  epoch: number;
  epochs: number;
  /** At the speed measured last; null while nothing is measured, and where it is over in a moment. */
  secondsLeft: number | null;
}

export function progressOf(
  state: Pick<
    TrainingState,
    'step' | 'epochSteps' | 'plannedSteps' | 'imagesPerSecond' | 'settings'
  >,
): Progress {
  const { step, epochSteps, plannedSteps, imagesPerSecond, settings } = state;
  const { epochs, batch } = settings;
  if (epochSteps === 0 || plannedSteps === 0) {
    return { share: null, epoch: step === 0 ? 0 : 1, epochs, secondsLeft: null };
  }
  const left = Math.max(0, plannedSteps - step);
  const secondsLeft = imagesPerSecond ? (left * batch) / imagesPerSecond : null;
  return {
    share: Math.min(1, step / plannedSteps),
    epoch: Math.min(epochs, Math.floor(step / epochSteps) + 1),
    epochs,
    secondsLeft: secondsLeft !== null && secondsLeft >= 1 ? secondsLeft : null,
  };
}

/** "11 s", "2 min 05 s", "1 h 03 min". */
export function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  const pad = (n: number) => String(n).padStart(2, '0');
  if (s < 3600) return `${Math.floor(s / 60)} min ${pad(s % 60)} s`;
  return `${Math.floor(s / 3600)} h ${pad(Math.floor((s % 3600) / 60))} min`;
}
