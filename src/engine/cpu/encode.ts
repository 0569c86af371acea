/** Images to input spike lists: model/encode.ts at speed, with exactly its times, multiplicities and order. */
import { latencyOf, lowestLit } from '../../model/encode';
import {
  emitsOne,
  hasBothPolarities,
  inputCount,
  patchGrid,
  trainParts,
  type NetworkSpec,
} from '../../model/network';
import type { SpikeLists } from './spike-lists';
import { orderSpikes } from './order';

/** Where an encoder writes; from `target` on, one place a spike. */
export interface EncodedSpikes {
  index: Uint16Array;
  time: Float32Array;
  multiplicity?: Float32Array;
}

/** @returns how many input neurons spike. @param image [height * width] bytes */
export type Encoder = (image: Uint8Array, out: EncodedSpikes, target: number) => number;

export function createEncoder(spec: NetworkSpec): Encoder {
  if (hasBothPolarities(spec)) return createBothEncoder(spec);
  if (spec.coding.kernel === 1) return createPixelEncoder(spec);
  return trainParts(spec).emits === 'first' ? createFirstEncoder(spec) : createPatchEncoder(spec);
}

/** The spikes of the first `samples` images of `size` bytes each, as a batch's lists. */
export function encodeImages(
  encode: Encoder,
  images: Uint8Array,
  size: number,
  lists: SpikeLists,
  samples: number,
): void {
  for (let s = 0; s < samples; s++) {
    const image = images.subarray(s * size, (s + 1) * size);
    lists.count[s] = encode(image, lists, s * lists.capacity);
  }
}

/** [256] the spike time of a pixel. */
export const TIME_OF_BYTE = Float32Array.from({ length: 256 }, (_, byte) => latencyOf(byte));

/** k = 1: a pixel's byte is its time, so a counting sort over bytes gives the order. */
function createPixelEncoder(spec: NetworkSpec): Encoder {
  const pixels = inputCount(spec);
  const lowest = lowestLit(spec.input.cut);
  const place = new Uint32Array(256);
  return (image, { index, time, multiplicity }, target) => {
    place.fill(0);
    for (let i = 0; i < pixels; i++) place[image[i]!]!++;
    let next = target;
    for (let byte = 255; byte >= lowest; byte--) {
      const count = place[byte]!;
      place[byte] = next;
      next += count;
    }
    for (let i = 0; i < pixels; i++) {
      const byte = image[i]!;
      if (byte < lowest) continue;
      const p = place[byte]!++;
      index[p] = i;
      time[p] = TIME_OF_BYTE[byte]!;
    }
    multiplicity?.fill(1, target, next);
    return next - target;
  };
}

/** Ink and paper of every pixel side by side, which are encoded like an image of twice as many pixels. */
function createBothEncoder(spec: NetworkSpec): Encoder {
  const encode = createPixelEncoder(spec);
  const both = new Uint8Array(inputCount(spec));
  return (image, out, target) => {
    for (let i = 0, n = 0; n < both.length; i++) {
      const byte = image[i]!;
      both[n++] = byte;
      both[n++] = 255 - byte;
    }
    return encode(both, out, target);
  };
}

/** The patches, and when the pixels in them spike. */
export function patchesOf(spec: NetworkSpec) {
  const { kernel } = spec.coding;
  const { columns, rows } = patchGrid(spec);
  const phase = trainParts(spec).pixel === 'phase';
  return {
    columns,
    rows,
    neurons: columns * rows,
    /** How much later a pixel spikes for a place further right in its patch, and further down, in 255ths of a pixel's slot. */
    right: phase ? 255 : 0,
    down: phase ? 255 * kernel : 0,
    /** The input window in those. */
    window: phase ? 255 * kernel * kernel : 255,
    lowest: lowestLit(spec.input.cut),
  };
}

/** A patch's spikes and the sum of their times share a number: 64 pixels of up to 64 x 255 sum up to less than this. */
const SPIKE = 1 << 20;

/**
 * Packed coding by the train's mean. A patch's sum is the difference of four corners of an integral image: what lies above and to the left
 * of a corner, summed up. Whole numbers that run over 32 bits do not disturb the difference. A spike's time counts in 255ths of
 * a pixel's slot, as in the model.
 */
function createPatchEncoder(spec: NetworkSpec): Encoder {
  const { kernel, stride } = spec.coding;
  const { width, height } = spec.input;
  const { columns, rows, neurons, right, down, window, lowest } = patchesOf(spec);
  const area = kernel * kernel;
  const one = emitsOne(spec);
  const line = width + 1;
  const phase = right !== 0;
  const spikes = new Int32Array(line * (height + 1));
  /** How much later pixels spike for their places in the image. */
  const places = phase ? new Int32Array(line * (height + 1)) : spikes;
  const valueOf = Int32Array.from({ length: 256 }, (_, byte) =>
    byte < lowest ? 0 : SPIKE + 255 - byte,
  );
  const sums = new Int32Array(neurons);
  const times = new Float32Array(neurons);

  const integrate = (image: Uint8Array): void => {
    for (let y = 0, n = 0; y < height; y++) {
      let along = 0;
      let later = 0;
      let at = (y + 1) * line + 1;
      for (let x = 0; x < width; x++, n++, at++) {
        const value = valueOf[image[n]!]!;
        along = (along + value) | 0;
        spikes[at] = (spikes[at - line]! + along) | 0;
        if (!phase) continue;
        if (value !== 0) later = (later + x * right + y * down) | 0;
        places[at] = (places[at - line]! + later) | 0;
      }
    }
  };

  return (image, { index, time, multiplicity }, target) => {
    integrate(image);
    for (let r = 0, i = 0; r < rows; r++) {
      let above = r * stride * line;
      let below = above + kernel * line;
      for (let c = 0; c < columns; c++, i++, above += stride, below += stride) {
        const corners = (spikes[below + kernel]! - spikes[below]!) | 0;
        let sum = (corners - ((spikes[above + kernel]! - spikes[above]!) | 0)) | 0;
        if (sum === 0) {
          sums[i] = 0;
          times[i] = Infinity;
          continue;
        }
        const count = sum >>> 20;
        if (phase) {
          const late = (places[below + kernel]! - places[below]!) | 0;
          const place = (late - ((places[above + kernel]! - places[above]!) | 0)) | 0;
          sum = (sum + place - count * (c * right + r * down) * stride) | 0;
        }
        sums[i] = sum;
        times[i] = (sum & (SPIKE - 1)) / (count * window);
      }
    }
    const count = orderSpikes(times, 0, neurons, index, time, target);
    if (multiplicity)
      for (let p = target; p < target + count; p++)
        multiplicity[p] = one ? 1 : (2 * (sums[index[p]!]! >>> 20)) / area;
    return count;
  };
}

/** Later than any spike, in 255ths of a pixel's slot. */
const NONE = 1 << 20;

/**
 * Packed coding by the train's first spike. A least has no difference, so it is found in two passes: along the rows of pixels (lit ones
 * only), and then down the rows.
 */
function createFirstEncoder(spec: NetworkSpec): Encoder {
  const { kernel, stride } = spec.coding;
  const { width, height } = spec.input;
  const { columns, rows, neurons, right, down, window, lowest } = patchesOf(spec);
  /** The first patch along an axis that holds a pixel, and the one after the last. */
  const first = (pixel: number): number => Math.max(0, Math.ceil((pixel - kernel + 1) / stride));
  const end = (pixel: number, patches: number): number =>
    Math.min(patches, Math.floor(pixel / stride) + 1);
  /** [width] */
  const from = Uint8Array.from({ length: width }, (_, x) => first(x));
  const to = Uint8Array.from({ length: width }, (_, x) => end(x, columns));
  const strip = new Int32Array(columns);
  const firsts = new Int32Array(neurons);
  const times = new Float32Array(neurons);

  /** The first spike of one row of pixels in every patch along it; returns whether there is any. */
  const leastAlong = (image: Uint8Array, y: number): boolean => {
    let any = false;
    for (let x = 0; x < width; x++) {
      const byte = image[y * width + x]!;
      if (byte < lowest) continue;
      if (!any) strip.fill(NONE);
      any = true;
      for (let c = from[x]!; c < to[x]!; c++)
        strip[c] = Math.min(strip[c]!, 255 - byte + (x - c * stride) * right);
    }
    return any;
  };

  return (image, { index, time, multiplicity }, target) => {
    firsts.fill(NONE);
    for (let y = 0; y < height; y++) {
      if (!leastAlong(image, y)) continue;
      for (let r = first(y); r < end(y, rows); r++) {
        const late = (y - r * stride) * down;
        const row = r * columns;
        for (let c = 0; c < columns; c++)
          firsts[row + c] = Math.min(firsts[row + c]!, strip[c]! + late);
      }
    }
    for (let i = 0; i < neurons; i++) times[i] = firsts[i]! < NONE ? firsts[i]! / window : Infinity;
    const count = orderSpikes(times, 0, neurons, index, time, target);
    multiplicity?.fill(1, target, target + count);
    return count;
  };
}
