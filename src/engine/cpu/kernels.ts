/** What carries out a step's stages on a NetworkMemory, and the plain TypeScript that does. */
import { outputError, type LossSettings } from '../../model/loss';
import { backpropagateSample, skipSample } from './backpropagate';
import { presynaptic, weightsOf, type NetworkMemory } from './memory';
import { propagateSample } from './propagate';
import { createUpdater, type UpdateSettings } from './update';

export interface Kernels {
  /**
   * Spike times of every layer for samples 0 to n - 1, whose input spikes are in the memory.
   * @param average with the weights' running average, where one is kept
   */
  forward(samples: number, average?: boolean): void;
  /** Loss and errors of the samples, from their labels. */
  backward(samples: number, settings: LossSettings): void;
  /** Learns from the errors; returns whether every weight is still a finite number. */
  update(samples: number, settings: UpdateSettings): boolean;
}

export function createPlainKernels(memory: NetworkMemory): Kernels {
  const { layers, spec } = memory;
  const updater = createUpdater(memory);
  const output = layers[layers.length - 1]!;
  return {
    forward(samples, average = false) {
      layers.forEach((layer, l) => {
        const pre = presynaptic(memory, l);
        const weights = weightsOf(layer, average);
        for (let s = 0; s < samples; s++)
          propagateSample(layer, weights, pre, s, spec.response, spec.threshold);
      });
    },
    backward(samples, settings) {
      for (let s = 0; s < samples; s++) {
        const base = s * output.stride;
        const times = output.times.subarray(base, base + output.neurons);
        const { loss, error } = outputError(times, memory.labels[s]!, output.deadline, settings);
        memory.loss[s] = loss;
        if (error.some((e) => e !== 0)) backpropagateSample(memory, s, error);
        else skipSample(memory, s);
      }
    },
    update: (samples, settings) => updater.update(samples, settings),
  };
}
