/** What a training step says of itself: the means over its samples, taken while the optimiser is at work. */
import { createStepSum } from '../shared/step-means';
import type { StepMeans } from '../shared/reports';
import type { NetworkMemory } from './memory';
import { answerOf } from './results';

/** Looks at what needs the weights of the step, and returns what sums up the rest, when they may have changed. */
export function createStepReport(memory: NetworkMemory, samples: number): () => StepMeans {
  const { layers, input, labels, loss } = memory;
  const output = layers[layers.length - 1]!.spikes;
  const guesses = new Map<number, number | null>();
  for (let s = 0; s < samples; s++)
    if (output.count[s] === 0) guesses.set(s, answerOf(memory, s).guess);
  const lists = [input, ...layers.map((layer) => layer.spikes)];
  const spikes = lists.map(() => 0);
  return () => {
    const sum = createStepSum(lists.length);
    for (let s = 0; s < samples; s++) {
      for (let l = 0; l < lists.length; l++) spikes[l] = lists[l]!.count[s]!;
      // The output's spikes are in time order, equal times by class: the first one answers.
      const first = s * output.capacity;
      const fires = output.count[s]! > 0;
      const answer = fires ? output.index[first]! : guesses.get(s);
      sum.add(loss[s]!, answer === labels[s], spikes, fires ? output.time[first]! : null);
    }
    return sum.means();
  };
}
