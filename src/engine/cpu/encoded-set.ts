/** A data set as spike lists: encoded once, then copied into batches. */
import { imageAt, type ImageSet } from '../../data/image-set';
import { emitsOne, inputCount, type NetworkSpec } from '../../model/network';
import { createEncoder, type EncodedSpikes } from './encode';
import type { SpikeLists } from './memory';

/** Images encoded at a time: a few milliseconds' work. */
const CHUNK = 512;
/** Bytes of a cache line. */
const LINE = 64;

export interface EncodedSet {
  /** Chunks the set has. */
  readonly chunks: number;
  /** Encodes a chunk, unless it is already; false when there was nothing to do. */
  prepare(chunk: number): boolean;
  /**
   * Has the processor fetch the spikes of these images, many at once: copied one after the other, each would be waited for.
   * What it returns means nothing.
   */
  fetch(images: Uint32Array): number;
  /** Copies the spikes of image `index` to sample `sample` of a batch. */
  copy(index: number, target: SpikeLists, sample: number): void;
}

export function createEncodedSet(spec: NetworkSpec, set: ImageSet): EncodedSet {
  const neurons = inputCount(spec);
  const encode = createEncoder(spec);
  const scratch: EncodedSpikes = {
    index: new Uint16Array(CHUNK * neurons),
    time: new Float32Array(CHUNK * neurons),
  };
  if (!emitsOne(spec)) scratch.multiplicity = new Float32Array(CHUNK * neurons);
  const chunks: EncodedSpikes[] = [];
  /** [images] where an image's spikes start in its chunk, and how many it has. */
  const start = new Uint32Array(set.count);
  const count = new Uint16Array(set.count);

  const prepare = (chunk: number): boolean => {
    if (chunks[chunk]) return false;
    let used = 0;
    for (let n = chunk * CHUNK; n < Math.min((chunk + 1) * CHUNK, set.count); n++) {
      start[n] = used;
      count[n] = encode(imageAt(set, n), scratch, used);
      used += count[n]!;
    }
    const { index, time, multiplicity } = scratch;
    const encoded: EncodedSpikes = { index: index.slice(0, used), time: time.slice(0, used) };
    if (multiplicity) encoded.multiplicity = multiplicity.slice(0, used);
    chunks[chunk] = encoded;
    return true;
  };

  return {
    fetch(images) {
      let sum = 0;
      for (let n = 0; n < images.length; n++) {
        const image = images[n]!;
        const chunk = Math.floor(image / CHUNK);
        prepare(chunk);
        const { index, time } = chunks[chunk]!;
        const to = start[image]! + count[image]!;
        for (let k = start[image]!; k < to; k += LINE / 4) sum += time[k]!;
        for (let k = start[image]!; k < to; k += LINE / 2) sum += index[k]!;
      }
      return sum;
    },
    chunks: Math.ceil(set.count / CHUNK),
    prepare,
    copy(n, target, sample) {
      const chunk = Math.floor(n / CHUNK);
      prepare(chunk);
      const { index, time, multiplicity } = chunks[chunk]!;
      const from = start[n]!;
      const to = from + count[n]!;
      const place = sample * target.capacity;
      target.index.set(index.subarray(from, to), place);
      target.time.set(time.subarray(from, to), place);
      if (multiplicity) target.multiplicity?.set(multiplicity.subarray(from, to), place);
      target.count[sample] = to - from;
    },
  };
}
