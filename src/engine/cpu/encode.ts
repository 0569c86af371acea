/** Images to input spike lists: model/encode.ts at speed, with exactly its times, multiplicities and order. */
import { inputCount, patchGrid, type NetworkSpec } from '../../model/network';
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
  return spec.coding.kernel === 1 && spec.coding.stride === 1
    ? createPixelEncoder(spec)
    : createPatchEncoder(spec);
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

/** Packed coding: only lit pixels are walked, each adding itself to the patches that hold it. */
function createPatchEncoder(spec: NetworkSpec): Encoder {
  const { kernel, stride, train } = spec.coding;
  const { width, height, cut } = spec.input;
  const { columns, rows } = patchGrid(spec);
  const neurons = columns * rows;
  const area = kernel * kernel;
  const phase = train === 'phase';
  const lowest = Math.floor(cut * 255) + 1;

  // The patches of every pixel, one list after the other; `late` is the pixel's place in the patch in 255ths of a slot.
  const from = new Uint32Array(width * height + 1);
  const patch: number[] = [];
  const late: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      from[y * width + x] = patch.length;
      for (let r = Math.max(0, Math.ceil((y - kernel + 1) / stride)); r < rows; r++) {
        if (r * stride > y) break;
        for (let c = Math.max(0, Math.ceil((x - kernel + 1) / stride)); c < columns; c++) {
          if (c * stride > x) break;
          patch.push(r * columns + c);
          late.push(phase ? ((y - r * stride) * kernel + (x - c * stride)) * 255 : 0);
        }
      }
    }
  }
  from[width * height] = patch.length;
  const patches = Uint16Array.from(patch);
  const lates = Uint32Array.from(late);

  const lit = new Uint32Array(neurons);
  const sum = new Uint32Array(neurons);
  const times = new Float32Array(neurons);
  const window = 255 * (phase ? area : 1);
  return (image, { index, time, multiplicity }, target) => {
    lit.fill(0);
    sum.fill(0);
    for (let pixel = 0; pixel < width * height; pixel++) {
      const byte = image[pixel]!;
      if (byte < lowest) continue;
      for (let q = from[pixel]!; q < from[pixel + 1]!; q++) {
        const i = patches[q]!;
        lit[i]!++;
        sum[i]! += 255 - byte + lates[q]!;
      }
    }
    for (let i = 0; i < neurons; i++) {
      const n = lit[i]!;
      times[i] = n === 0 ? Infinity : sum[i]! / (n * window);
    }
    const count = orderSpikes(times, 0, neurons, index, time, target);
    if (multiplicity)
      for (let p = target; p < target + count; p++)
        multiplicity[p] = area === 1 ? 1 : (2 * lit[index[p]!]!) / area;
    return count;
  };
}
