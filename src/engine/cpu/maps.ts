/** Spike maps out of the memory: the samples' rows become the neurons'. */
import type { SpikeMaps } from '../engine';
import type { LayerMemory, NetworkMemory } from './memory';
import type { SpikeLists } from './spike-lists';

/** Writes samples 0 to `samples` - 1 of the memory as inputs `first` and on. */
export function addSamples(
  { input, layers }: NetworkMemory,
  samples: number,
  maps: SpikeMaps,
  first: number,
): void {
  inputMaps(input, samples, maps, first);
  layers.forEach((layer, l) => layerMaps(layer, samples, maps.layers[l + 1]!, maps.count, first));
}

function inputMaps(
  { capacity, index, time, count: spikes }: SpikeLists,
  samples: number,
  { layers, count }: SpikeMaps,
  first: number,
): void {
  const target = layers[0]!;
  for (let i = 0, from = first; i < capacity; i++, from += count)
    target.fill(Infinity, from, from + samples);
  for (let s = 0; s < samples; s++) {
    const from = s * capacity;
    for (let p = from; p < from + spikes[s]!; p++) target[index[p]! * count + first + s] = time[p]!;
  }
}

function layerMaps(
  { neurons, positions, stride, times }: LayerMemory,
  samples: number,
  target: Float32Array,
  count: number,
  first: number,
): void {
  const sample = positions * stride;
  for (let position = 0, row = first; position < positions; position++) {
    for (let j = 0; j < neurons; j++, row += count) {
      let at = position * stride + j;
      for (let s = 0; s < samples; s++, at += sample) target[row + s] = times[at]!;
    }
  }
}
