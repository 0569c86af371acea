/** Images to input spike lists: model/encode.ts at speed, with exactly its times, multiplicities and order. */
import { emitsOne, inputCount, patchGrid, trainParts, type NetworkSpec } from '../../model/network';
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
  if (spec.coding.kernel === 1) return createPixelEncoder(spec);
  return trainParts(spec).emits === 'first' ? createFirstEncoder(spec) : createPatchEncoder(spec);
}

/** k = 1: a pixel's byte is its time, so a counting sort over bytes gives the order. */
function createPixelEncoder(spec: NetworkSpec): Encoder {
  const pixels = inputCount(spec);
  const lowest = Math.floor(spec.input.cut * 255) + 1;
  const place = new Uint32Array(256);
  const timeOf = Float32Array.from({ length: 256 }, (_, byte) => (255 - byte) / 255);
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
      time[p] = timeOf[byte]!;
    }
    multiplicity?.fill(1, target, next);
    return next - target;
  };
}

/** How pixels fall into patches. */
function patchesOf(spec: NetworkSpec) {
  const { kernel, stride } = spec.coding;
  const { width, cut } = spec.input;
  const { columns, rows } = patchGrid(spec);
  const phase = trainParts(spec).pixel === 'phase';
  /** The first patch along an axis that holds a pixel, and the one after the last. */
  const first = (pixel: number): number => Math.max(0, Math.ceil((pixel - kernel + 1) / stride));
  const end = (pixel: number, patches: number): number =>
    Math.min(patches, Math.floor(pixel / stride) + 1);
  return {
    columns,
    neurons: columns * rows,
    /** [width] */
    from: Uint8Array.from({ length: width }, (_, x) => first(x)),
    to: Uint8Array.from({ length: width }, (_, x) => end(x, columns)),
    firstRow: first,
    endRow: (y: number) => end(y, rows),
    /** How much later a pixel spikes for a place further right in its patch, and further down, in 255ths of a pixel's slot. */
    right: phase ? 255 : 0,
    down: phase ? 255 * kernel : 0,
    /** The input window in those. */
    window: phase ? 255 * kernel * kernel : 255,
    /** The lowest byte that is lit. */
    lowest: Math.floor(cut * 255) + 1,
  };
}

/** A patch's spikes and the sum of their times share a number: 64 pixels of up to 64 x 255 sum up to less than this. */
const SPIKE = 1 << 20;

/**
 * Packed coding by the train's mean. The sums over a patch are made in two passes, along the rows of pixels (lit ones only)
 * and then down the rows, so a pixel costs k additions and not k^2. A spike's time counts in 255ths of a pixel's slot, as in
 * the model.
 */
function createPatchEncoder(spec: NetworkSpec): Encoder {
  const { kernel, stride } = spec.coding;
  const { width, height } = spec.input;
  const { columns, neurons, from, to, firstRow, endRow, right, down, window, lowest } =
    patchesOf(spec);
  const area = kernel * kernel;
  const one = emitsOne(spec);
  const strip = new Int32Array(columns);
  const sums = new Int32Array(neurons);
  const times = new Float32Array(neurons);

  /** One row of pixels, summed along the patches' width; returns whether any is lit. */
  const sumAlong = (image: Uint8Array, y: number): boolean => {
    let any = false;
    for (let x = 0; x < width; x++) {
      const byte = image[y * width + x]!;
      if (byte < lowest) continue;
      if (!any) strip.fill(0);
      any = true;
      for (let c = from[x]!; c < to[x]!; c++)
        strip[c]! += SPIKE + 255 - byte + (x - c * stride) * right;
    }
    return any;
  };

  return (image, { index, time, multiplicity }, target) => {
    sums.fill(0);
    for (let y = 0; y < height; y++) {
      if (!sumAlong(image, y)) continue;
      for (let r = firstRow(y); r < endRow(y); r++) {
        const late = (y - r * stride) * down;
        const row = r * columns;
        for (let c = 0; c < columns; c++) {
          const some = strip[c]!;
          sums[row + c]! += some + Math.imul(some >>> 20, late);
        }
      }
    }
    for (let i = 0; i < neurons; i++) {
      const sum = sums[i]!;
      times[i] = sum === 0 ? Infinity : (sum & (SPIKE - 1)) / ((sum >>> 20) * window);
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

/** Packed coding by the train's first spike: the same two passes, with the least in place of the sum. */
function createFirstEncoder(spec: NetworkSpec): Encoder {
  const { stride } = spec.coding;
  const { width, height } = spec.input;
  const { columns, neurons, from, to, firstRow, endRow, right, down, window, lowest } =
    patchesOf(spec);
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
      for (let r = firstRow(y); r < endRow(y); r++) {
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
