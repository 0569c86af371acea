/** A data set as spike lists: encoded once, then copied into batches. */
import type { ImageSet } from '../../data/image-set';
import { emitsOne, inputCount } from '../../model/network';
import type { EncodedSpikes } from './encode';
import type { NetworkMemory, SpikeLists } from './memory';
import type { Workbench } from './workbench';

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

/** As `set` of a subarray, which makes two objects a batch's sample: most of what a training left to the garbage collector. */
function copyPart(
  source: Uint16Array | Float32Array,
  target: Uint16Array | Float32Array,
  from: number,
  to: number,
  place: number,
): void {
  for (let k = from, p = place; k < to; k++, p++) target[p] = source[k]!;
}

/** @param bench what encodes, in the coding of its network; the next batch in its memory is lost */
export function createEncodedSet(set: ImageSet, bench: () => Workbench): EncodedSet {
  const { spec } = bench().memory;
  const neurons = inputCount(spec);
  const size = spec.input.width * spec.input.height;
  const scratch: EncodedSpikes = {
    index: new Uint16Array(CHUNK * neurons),
    time: new Float32Array(CHUNK * neurons),
  };
  if (!emitsOne(spec)) scratch.multiplicity = new Float32Array(CHUNK * neurons);
  const chunks: EncodedSpikes[] = [];
  /** [images] where an image's spikes start in its chunk, and how many it has. */
  const start = new Uint32Array(set.count);
  const count = new Uint16Array(set.count);
  // The same of the images that are fetched, near by: a loop whose end has to be waited for holds up all that follows it.
  let starts = new Uint32Array(0);
  let ends = new Uint32Array(0);

  /** Takes the spikes of sample `s` over; returns how many. */
  const take = ({ next: { input } }: NetworkMemory, s: number, target: number): number => {
    const from = s * input.capacity;
    const to = from + input.count[s]!;
    copyPart(input.index, scratch.index, from, to, target);
    copyPart(input.time, scratch.time, from, to, target);
    if (input.multiplicity) copyPart(input.multiplicity, scratch.multiplicity!, from, to, target);
    return to - from;
  };

  const prepare = (chunk: number): boolean => {
    if (chunks[chunk]) return false;
    const last = Math.min((chunk + 1) * CHUNK, set.count);
    const { memory, kernels } = bench();
    let used = 0;
    for (let n = chunk * CHUNK; n < last; n += memory.batch) {
      const images = Math.min(memory.batch, last - n);
      memory.images.set(set.images.subarray(n * size, (n + images) * size));
      kernels.encode(images);
      for (let s = 0; s < images; s++) {
        start[n + s] = used;
        used += count[n + s] = take(memory, s, used);
      }
    }
    const { index, time, multiplicity } = scratch;
    const encoded: EncodedSpikes = { index: index.slice(0, used), time: time.slice(0, used) };
    if (multiplicity) encoded.multiplicity = multiplicity.slice(0, used);
    chunks[chunk] = encoded;
    return true;
  };

  return {
    fetch(images) {
      if (starts.length < images.length) {
        starts = new Uint32Array(images.length);
        ends = new Uint32Array(images.length);
      }
      for (let n = 0; n < images.length; n++) {
        const image = images[n]!;
        prepare(Math.floor(image / CHUNK));
        starts[n] = start[image]!;
        ends[n] = start[image]! + count[image]!;
      }
      let sum = 0;
      for (let n = 0; n < images.length; n++) {
        const { index, time } = chunks[Math.floor(images[n]! / CHUNK)]!;
        const end = ends[n]!;
        for (let k = starts[n]!; k < end; k += LINE / 4) sum += time[k]!;
        for (let k = starts[n]!; k < end; k += LINE / 2) sum += index[k]!;
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
      copyPart(index, target.index, from, to, place);
      copyPart(time, target.time, from, to, place);
      if (multiplicity) copyPart(multiplicity, target.multiplicity!, from, to, place);
      target.count[sample] = to - from;
    },
  };
}
