/** From the outcome of every image to the Evaluation of a set. */
import { classCount, layerCount, type NetworkSpec } from '../../model/network';
import type { Evaluation } from '../engine';
import type { Outcome } from './outcome';

/** In `answers`: a blank image has neither answer nor guess. */
export const NO_ANSWER = 255;

export interface EvaluationSum {
  /** Images in the order of their set. */
  add(label: number, outcome: Outcome): void;
  result(): Evaluation;
}

export function createEvaluation(spec: NetworkSpec, images: number): EvaluationSum {
  const classes = classCount(spec);
  const answers = new Uint8Array(images).fill(NO_ANSWER);
  const decisionTimes = new Float32Array(images).fill(Infinity);
  const leads = new Float32Array(images);
  const confusion = Array.from({ length: classes * classes }, () => 0);
  const spikes = Array.from({ length: layerCount(spec) }, () => 0);
  const sum = { correct: 0, silent: 0, train: 0, operations: 0, decision: 0, loss: 0 };
  let n = 0;
  return {
    add(label, { answer, loss, spikes: counts, trainSpikes, operations }) {
      const chosen = answer.class ?? answer.guess;
      if (chosen !== null) {
        answers[n] = chosen;
        confusion[label * classes + chosen]!++;
        if (chosen === label) sum.correct++;
      }
      if (answer.decisionTime === null) {
        sum.silent++;
      } else {
        decisionTimes[n] = answer.decisionTime;
        leads[n] = answer.margin ?? Infinity;
        sum.decision += answer.decisionTime;
      }
      for (let l = 0; l < spikes.length; l++) spikes[l]! += counts[l + 1]!;
      sum.train += trainSpikes;
      sum.operations += operations;
      sum.loss += loss;
      n++;
    },
    result() {
      const mean = (value: number): number => (n === 0 ? 0 : value / n);
      const means = spikes.map(mean);
      const decided = n - sum.silent;
      return {
        images: n,
        accuracy: mean(sum.correct),
        noOutputSpike: sum.silent,
        confusion,
        spikesPerImage: {
          input: mean(sum.train),
          hidden: means.slice(0, -1),
          output: means[means.length - 1]!,
        },
        synapticOperations: mean(sum.operations),
        decisionTime: decided === 0 ? null : sum.decision / decided,
        loss: mean(sum.loss),
        answers,
        decisionTimes,
        leads,
      };
    },
  };
}
