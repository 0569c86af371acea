/** A data set as spike lists: encoded once, then copied into batches. */
import type { ImageSet } from '../../data/image-set';
import { emitsOne, inputCount } from '../../model/network';
import type { EncodedSpikes } from './encode';
import { turnBatch, type SpikeLists } from './memory';
import type { Workbench } from './workbench';

/** Images encoded at a time, all in all and in one job: a few milliseconds' work, and a batch. */
const CHUNK = 512;
const BATCH = 64;
/** Spikes of a page. Memory that is new to a program takes longer to be had than to be filled, so it is asked for in large pieces. */
const PAGE = 2 ** 18;
/** Bytes of a cache line. */
const LINE = 64;

export interface EncodedSet {
  /** Whether all images are there. */
  readonly complete: boolean;
  /**
   * Encodes the next images, a few milliseconds' work; false when there was nothing to do. Not to be asked of kernels that are at work:
   * both batches in their memory are lost.
   */
  prepare(): boolean;
  /** Encodes the first `images`, as far as they are not. */
  ensure(images: number): void;
  /**
   * Has the processor fetch the spikes of these images, which are encoded, many at once: copied one after the other, each would be
   * waited for. What it returns means nothing.
   */
  fetch(images: Uint32Array): number;
  /** Copies the spikes of image `index`, which is encoded, to sample `sample` of a batch. */
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

/** @param bench what encodes, in the coding of its network */
export function createEncodedSet(set: ImageSet, bench: () => Workbench): EncodedSet {
  const { spec } = bench().memory;
  const neurons = inputCount(spec);
  const size = spec.input.width * spec.input.height;
  const trains = !emitsOne(spec);
  const room = Math.max(neurons, Math.min(PAGE, set.count * neurons));
  const pages: EncodedSpikes[] = [];
  /** Spikes on the last page. */
  let used = 0;
  /** Images encoded. */
  let done = 0;
  /** [images] the page of an image's spikes, where they start there, and how many they are. */
  const pageOf = new Uint16Array(set.count);
  const start = new Uint32Array(set.count);
  const count = new Uint16Array(set.count);
  // The same of the images that are fetched, near by: a loop whose end has to be waited for holds up all that follows it.
  let starts = new Uint32Array(0);
  let ends = new Uint32Array(0);

  const turnPage = (): void => {
    const page: EncodedSpikes = { index: new Uint16Array(room), time: new Float32Array(room) };
    if (trains) page.multiplicity = new Float32Array(room);
    pages.push(page);
    used = 0;
  };

  /** Takes over the spikes of the next `images`, which are a batch's. */
  const take = (input: SpikeLists, images: number): void => {
    for (let s = 0; s < images; s++) {
      const from = s * input.capacity;
      const spikes = input.count[s]!;
      if (pages.length === 0 || used + spikes > room) turnPage();
      const { index, time, multiplicity } = pages[pages.length - 1]!;
      copyPart(input.index, index, from, from + spikes, used);
      copyPart(input.time, time, from, from + spikes, used);
      if (multiplicity) copyPart(input.multiplicity!, multiplicity, from, from + spikes, used);
      pageOf[done] = pages.length - 1;
      start[done] = used;
      count[done] = spikes;
      used += spikes;
      done++;
    }
  };

  const prepare = (): boolean => {
    if (done === set.count) return false;
    const { memory, kernels } = bench();
    const last = Math.min(done + CHUNK, set.count);
    const most = Math.min(BATCH, memory.batch);
    let waiting = (): void => undefined;
    for (let n = done; n < last; n += most) {
      const images = Math.min(most, last - n);
      memory.images.set(set.images.subarray(n * size, (n + images) * size));
      turnBatch(memory);
      // The batch before is taken over meanwhile.
      kernels.encode(images, { meanwhile: waiting });
      const { input } = memory.next;
      waiting = () => take(input, images);
    }
    waiting();
    return true;
  };

  return {
    get complete() {
      return done === set.count;
    },
    prepare,
    ensure(images) {
      while (done < images) prepare();
    },
    fetch(images) {
      if (starts.length < images.length) {
        starts = new Uint32Array(images.length);
        ends = new Uint32Array(images.length);
      }
      for (let n = 0; n < images.length; n++) {
        const image = images[n]!;
        starts[n] = start[image]!;
        ends[n] = start[image]! + count[image]!;
      }
      let sum = 0;
      for (let n = 0; n < images.length; n++) {
        const { index, time } = pages[pageOf[images[n]!]!]!;
        const end = ends[n]!;
        for (let k = starts[n]!; k < end; k += LINE / 4) sum += time[k]!;
        for (let k = starts[n]!; k < end; k += LINE / 2) sum += index[k]!;
      }
      return sum;
    },
    copy(n, target, sample) {
      const { index, time, multiplicity } = pages[pageOf[n]!]!;
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
