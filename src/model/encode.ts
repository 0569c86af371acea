/** Time coding (model.md, section 1): ink is early, paper never spikes, a patch feeds one neuron. */
import {
  emitsOne,
  hasBothPolarities,
  inputCount,
  patchGrid,
  trainParts,
  type NetworkSpec,
} from './network';
import { order, type Volley } from './volley';

/** One spike of a packed neuron's train: one a lit pixel of its patch. */
export interface TrainSpike {
  /** Row-major pixel of the image. */
  pixel: number;
  /** Spike time in [0, 1]. */
  time: number;
}

/** Whether a pixel (a byte, intensity = byte / 255) is above the cut and so spikes. */
export function isLit(byte: number, cut: number): boolean {
  return byte > cut * 255;
}

/** Spike time of a lit pixel on its own, in [0, 1]. */
export const latencyOf = (byte: number): number => (255 - byte) / 255;

/**
 * The patch that an input neuron looks at, and whether it sees the paper there: with both polarities every pixel has two neurons, ink
 * and then paper.
 */
export function placeOf(
  spec: Pick<NetworkSpec, 'coding'>,
  neuron: number,
): { place: number; paper: boolean } {
  if (!hasBothPolarities(spec)) return { place: neuron, paper: false };
  return { place: neuron >> 1, paper: (neuron & 1) === 1 };
}

/** The byte that an input neuron takes for intensity: the pixel's own, or of paper what is left to 255. */
export const seenByte = (byte: number, paper: boolean): number => (paper ? 255 - byte : byte);

/** The lowest byte that is lit. */
export const lowestLit = (cut: number): number => Math.floor(cut * 255) + 1;

/**
 * The spike train of input neuron `neuron`, one spike per lit pixel of its patch, in patch order. With a code that emits one
 * spike (`latency-first`, ...) it is the whole train still: what that spike is taken from.
 * @param image [height * width] bytes
 */
export function spikeTrain(spec: NetworkSpec, image: Uint8Array, neuron: number): TrainSpike[] {
  const { kernel, stride } = spec.coding;
  const { width, cut } = spec.input;
  const { columns } = patchGrid(spec);
  const phase = trainParts(spec).pixel === 'phase';
  const { place, paper } = placeOf(spec, neuron);
  const left = (place % columns) * stride;
  const top = Math.floor(place / columns) * stride;
  const spikes: TrainSpike[] = [];
  for (let p = 0; p < kernel * kernel; p++) {
    const pixel = (top + Math.floor(p / kernel)) * width + left + (p % kernel);
    const byte = seenByte(image[pixel]!, paper);
    if (!isLit(byte, cut)) continue;
    const latency = latencyOf(byte);
    spikes.push({ pixel, time: phase ? (p + latency) / (kernel * kernel) : latency });
  }
  return spikes;
}

/**
 * Image to input volley: the train's average delay and its multiplicity 2 n / k^2 (1 for k = 1); or the one spike of a code
 * that emits one, of multiplicity 1, at the train's first spike time or its mean.
 * Times are rounded to float32 so that every engine starts from the same numbers and the same ties. The sum runs over
 * integers (255ths of a pixel's slot), so equal averages come out equal.
 * @param image [height * width] bytes
 */
export function encode(spec: NetworkSpec, image: Uint8Array): Volley {
  const { kernel, stride } = spec.coding;
  const { width, cut } = spec.input;
  const { columns } = patchGrid(spec);
  const neurons = inputCount(spec);
  const area = kernel * kernel;
  const { pixel, emits } = trainParts(spec);
  const slot = pixel === 'phase' ? 255 : 0;
  const window = pixel === 'phase' ? 255 * area : 255;
  const one = emitsOne(spec);
  const times = new Float64Array(neurons).fill(Infinity);
  const multiplicity = new Float64Array(neurons);
  for (let i = 0; i < neurons; i++) {
    const { place, paper } = placeOf(spec, i);
    const corner = Math.floor(place / columns) * stride * width + (place % columns) * stride;
    let lit = 0;
    let sum = 0;
    let first = Infinity;
    for (let p = 0; p < area; p++) {
      const pixel = corner + Math.floor(p / kernel) * width + (p % kernel);
      const byte = seenByte(image[pixel]!, paper);
      if (!isLit(byte, cut)) continue;
      const time = 255 - byte + p * slot;
      lit++;
      sum += time;
      first = Math.min(first, time);
    }
    if (lit === 0) continue;
    times[i] = Math.fround(emits === 'first' ? first / window : sum / (lit * window));
    multiplicity[i] = one ? 1 : Math.fround((2 * lit) / area);
  }
  return { times, multiplicity, order: order(times) };
}
