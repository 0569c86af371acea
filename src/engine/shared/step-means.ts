/** Means over the images of one training step. */
import type { StepMeans } from './reports';

export interface StepSum {
  /**
   * @param correct whether the answer (or the guess) is the label
   * @param spikes [layers, input first] neurons that spike
   * @param decisionTime null (or +Infinity) when no output fires
   */
  add(loss: number, correct: boolean, spikes: ArrayLike<number>, decisionTime: number | null): void;
  means(): StepMeans;
}

/** @param layers number of layers, the input included */
export function createStepSum(layers: number): StepSum {
  const spikes = Array.from({ length: layers }, () => 0);
  const sum = { images: 0, loss: 0, correct: 0, decided: 0, decision: 0 };
  return {
    add(loss, correct, counts, decisionTime) {
      sum.images++;
      sum.loss += loss;
      if (correct) sum.correct++;
      for (let l = 0; l < layers; l++) spikes[l]! += counts[l]!;
      if (decisionTime !== null && decisionTime < Infinity) {
        sum.decided++;
        sum.decision += decisionTime;
      }
    },
    means: () => ({
      loss: sum.loss / sum.images,
      accuracy: sum.correct / sum.images,
      spikes: spikes.map((count) => count / sum.images),
      decisionTime: sum.decided === 0 ? NaN : sum.decision / sum.decided,
    }),
  };
}
