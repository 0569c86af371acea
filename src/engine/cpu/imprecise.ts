/** Imprecise hardware at speed: layer by layer, the spikes are changed in the memory between the layers (model/imprecise.ts). */
import { imageAt, type ImageSet } from '../../data/image-set';
import {
  deadNeurons,
  dropPixels,
  FULL_BITS,
  quantise,
  spikeNoise,
  type Imprecision,
} from '../../model/imprecise';
import { hasBothPolarities, spikesPerMultiplicity } from '../../model/network';
import type { EncodedSet } from './encoded-set';
import type { Encoder } from './encode';
import type { Kernels } from './kernels';
import { presynaptic, type NetworkMemory } from './memory';
import type { SpikeLists } from './spike-lists';
import { orderSpikes } from './order';
import { listSpikes } from './propagate';

export interface ImpreciseHardware {
  /**
   * Does work that reads weights as this hardware stores them: running forward, and looking at what came of it, since the guess where
   * no output fires reads them too. Whoever runs a sample between two batches meets the exact ones.
   */
  within: (work: () => void) => void;
  /** Runs images `first` to `first + samples - 1` of a set forward; the memory then holds the spikes as they arrived. */
  forward: (first: number, samples: number) => void;
}

/** Everything that does not change from batch to batch is made here. */
export function createImpreciseHardware(
  memory: NetworkMemory,
  kernels: Kernels,
  { set, encoded, encode }: { set: ImageSet; encoded: EncodedSet; encode: Encoder },
  imprecision: Imprecision,
): ImpreciseHardware {
  const { layers, spec } = memory;
  const quantised = imprecision.bits < FULL_BITS;
  const coarse = quantised ? layers.map((l) => quantise(l.weights, imprecision.bits)) : [];
  const exact = coarse.map(({ length }) => new Float32Array(length));
  const dead = layers.map(({ neurons, positions }, l) =>
    l < layers.length - 1 ? deadNeurons(imprecision, l + 1, neurons * positions) : undefined,
  );
  const each = spikesPerMultiplicity(spec);
  const receive = (n: number, sample: number): void => {
    const { input } = memory;
    const noise = spikeNoise(imprecision, n, 0);
    if (imprecision.dropped > 0 && !hasBothPolarities(spec)) {
      const image = dropPixels(imprecision, imageAt(set, n), n);
      input.count[sample] = encode(image, input, sample * input.capacity);
    } else {
      encoded.copy(n, input, sample);
      loseInput(input, sample, noise);
    }
    if (imprecision.jitter > 0) jitterInput(input, sample, noise, each);
  };

  return {
    within(work) {
      exact.forEach((weights, l) => weights.set(layers[l]!.weights));
      coarse.forEach((weights, l) => layers[l]!.weights.set(weights));
      try {
        work();
      } finally {
        exact.forEach((weights, l) => layers[l]!.weights.set(weights));
      }
    },
    forward(first, samples) {
      encoded.ensure(first + samples);
      for (let s = 0; s < samples; s++) receive(first + s, s);
      layers.forEach((_, l) => {
        kernels.forward(samples, false, l);
        for (let s = 0; s < samples; s++) {
          handOn(memory, l, s, spikeNoise(imprecision, first + s, l + 1), dead[l]);
        }
      });
    },
  };
}

type Noise = ReturnType<typeof spikeNoise>;

/** Leaves out the spikes that get lost, neuron by neuron: each is a pixel's only spike, of multiplicity 1. */
function loseInput(
  { index, time, count, capacity }: SpikeLists,
  sample: number,
  noise: Noise,
): void {
  const from = sample * capacity;
  const to = from + count[sample]!;
  let next = from;
  for (let p = from; p < to; p++) {
    if (noise.lost(index[p]!)) continue;
    index[next] = index[p]!;
    time[next++] = time[p]!;
  }
  count[sample] = next - from;
}

let scratch = new Float32Array(0);
let strengths = new Float32Array(0);

/** @param each spikes that a multiplicity of 1 stands for */
function jitterInput(lists: SpikeLists, sample: number, noise: Noise, each: number): void {
  const { capacity, index, time, multiplicity } = lists;
  if (scratch.length < capacity) {
    scratch = new Float32Array(capacity);
    strengths = new Float32Array(capacity);
  }
  const from = sample * capacity;
  const to = from + lists.count[sample]!;
  scratch.fill(Infinity, 0, capacity);
  for (let p = from; p < to; p++) {
    const i = index[p]!;
    const m = multiplicity ? multiplicity[p]! : 1;
    strengths[i] = m;
    scratch[i] = noise.time(i, time[p]!, 0, Math.round(m * each));
  }
  orderSpikes(scratch, 0, capacity, index, time, from);
  if (multiplicity) for (let p = from; p < to; p++) multiplicity[p] = strengths[index[p]!]!;
}

/** Changes the spikes of layer `l` (0-based) of one sample, and puts them in order again. */
function handOn(
  memory: NetworkMemory,
  l: number,
  sample: number,
  noise: Noise,
  dead: Uint8Array | undefined,
): void {
  const layer = memory.layers[l]!;
  const { neurons, stride, positions, times, causal, spikes } = layer;
  const pre = presynaptic(memory, l);
  const from = sample * spikes.capacity;
  for (let p = from; p < from + spikes.count[sample]!; p++) {
    const j = spikes.index[p]!;
    const place = sample * positions + Math.floor(j / neurons);
    const at = place * stride + (j % neurons);
    const cause = pre.time[place * pre.capacity + causal[at]! - 1]!;
    const gone = dead?.[j] || noise.lost(j);
    times[at] = gone ? Infinity : noise.time(j, times[at]!, cause);
  }
  listSpikes(layer, sample);
}
