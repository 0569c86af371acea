/**
 * The kernels in plain TypeScript, for browsers without WebAssembly or without its SIMD (Safari before 16.4; a mode of protection that turns
 * WebAssembly off). They take some seven times as long (5.6 to 6.5 s an epoch of MNIST with 784-128-10, against 0.6 to 0.9); the reference
 * engine in their place would take some four times as long again (24 s). They cost about 500 lines (this file, backpropagate.ts, update.ts, most of
 * propagate.ts and half of patches.ts) and 2.6 KB of the engine's script, gzipped; the conformance tests hold them to the model as they do
 * the others. Who reads the files in wasm/ reads these first: they do the same, sample by sample.
 */
import { outputError } from '../../model/loss';
import { plainArena } from './arena';
import { backpropagateSample, skipSample } from './backpropagate';
import { createEncoder, encodeImages } from './encode';
import type { Kernels } from './kernels';
import { before, createMemory, weightsOf, type NetworkMemory } from './memory';
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
