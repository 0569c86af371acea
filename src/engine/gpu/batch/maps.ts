/** Spike maps: large passes, of which the times alone are kept. */
import { inputCount } from '../../../model/network';
import type { SpikeMaps } from '../../engine';
import { createMaps } from '../../shared/maps';
import { inputQuad, quadsOf, timeOf } from '../device/layout';
import type { Machine } from '../machine';
import { forwardPass, inputPlace, largestPass, tracePlace, traceStride } from './forward-pass';

/** @param images [count, height, width] bytes */
export async function runMaps(
  machine: Machine,
  images: Uint8Array<ArrayBuffer>,
  count: number,
  room?: ArrayBuffer,
): Promise<SpikeMaps> {
  const { spec, layers } = machine.network!;
  const maps = createMaps(spec, count, room);
  const size = spec.input.width * spec.input.height;
  const most = Math.min(count, largestPass(layers));
  const stride = inputQuad(spec);
  const inputs = inputCount(spec);
  const sample = quadsOf(inputs) * stride;

  const pass = async (first: number): Promise<void> => {
    const samples = Math.min(most, count - first);
    const given = images.subarray(first * size, (first + samples) * size);
    const { input, traces } = await forwardPass(machine, given, samples, most, {
      potentials: false,
    });
    /** Writes a neuron's times, which are `step` apart from `at` on. */
    const write = (l: number, j: number, values: Float32Array, at: number, step: number): void => {
      const target = maps.layers[l]!;
      const row = j * count + first;
      for (let s = 0; s < samples; s++) target[row + s] = timeOf(values[at + s * step]!);
    };
    for (let i = 0; i < inputs; i++) write(0, i, input, inputPlace(i, stride), sample);
    layers.forEach((layer, l) => {
      for (let j = 0; j < layer.plan.neurons; j++)
        write(l + 1, j, traces[l]!, tracePlace(j, layer), traceStride(layer));
    });
  };
  const passes: Promise<void>[] = [];
  for (let first = 0; first < count; first += most) passes.push(pass(first));
  await Promise.all(passes);
  return maps;
}
