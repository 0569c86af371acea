/** The kernels in plain TypeScript, for where there is no WebAssembly with SIMD; also the easiest to read. */
import { outputError } from '../../model/loss';
import { backpropagateSample, skipSample } from './backpropagate';
import { createEncoder, encodeImages } from './encode';
import type { Kernels } from './kernels';
import { before, createMemory, plainArena, weightsOf, type NetworkMemory } from './memory';
import { propagateSample } from './propagate';
import { createUpdater } from './update';
import type { KernelProvider } from './network-kernels';

export const plainKernels: KernelProvider = {
  how: 'plain JavaScript',
  async open(spec, batch, average) {
    const memory = createMemory(plainArena, spec, batch, average);
    return { memory, kernels: createPlainKernels(memory), release: () => undefined };
  },
  dispose: () => undefined,
};

function createPlainKernels(memory: NetworkMemory): Kernels {
  const { layers, spec } = memory;
  const updater = createUpdater(memory);
  const output = layers[layers.length - 1]!;
  const forward = (samples: number, average = false, only?: number): void => {
    layers.forEach((layer, l) => {
      if (l !== (only ?? l)) return;
      const spikes = before(memory, l);
      const weights = weightsOf(layer, average);
      for (let s = 0; s < samples; s++)
        propagateSample(layer, weights, spikes, s, spec.response, spec.threshold);
    });
  };
  const encode = createEncoder(spec);
  const size = spec.input.width * spec.input.height;
  return {
    encode(samples, meanwhile) {
      meanwhile?.();
      encodeImages(encode, memory.images, size, memory.next.input, samples);
    },
    forward,
    forwardBackward(samples, settings, meanwhile) {
      meanwhile();
      forward(samples);
      for (let s = 0; s < samples; s++) {
        const base = s * output.stride;
        const times = output.times.subarray(base, base + output.neurons);
        const { loss, error } = outputError(times, memory.labels[s]!, output.deadline, settings);
        memory.loss[s] = loss;
        if (error.some((e) => e !== 0)) backpropagateSample(memory, s, error);
        else skipSample(memory, s);
      }
    },
    update(samples, settings, meanwhile) {
      meanwhile();
      return updater.update(samples, settings);
    },
  };
}
