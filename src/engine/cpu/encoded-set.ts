/** A data set as spike lists: every image is encoded once, at its first use, and then copied into batches. */
import { imageAt, type ImageSet } from '../../data/image-set';
import { emitsOne, hasBothPolarities, inputCount } from '../../model/network';
import { TIME_OF_BYTE } from './encode';
import { swapBatches } from './memory';
import type { SpikeLists } from './spike-lists';
import type { NetworkKernels } from './network-kernels';

/** Images encoded at a time, all in all and in one job: a millisecond's work, and a batch. */
const CHUNK = 512;
const BATCH = 64;
/** Spikes of a page. Memory that is new to a program takes longer to be had than to be filled, so it is asked for in large pieces. */
const PAGE = 2 ** 18;
/** Bytes of a cache line. */
const LINE = 64;
/** In place of a page's number: the image is not encoded yet. */
const NOWHERE = 0xffff;

/** Spikes of images, one image's after another's. */
interface Page {
  index: Uint16Array;
  /** [room] spike times ... */
  time?: Float32Array;
  /** ... or, where a neuron is one pixel, its byte, which gives the time: a quarter of the memory, which every batch reads anew. */
  bytes?: Uint8Array;
  multiplicity?: Float32Array;
  /** `index` two at a time, and `bytes` four at a time. */
  pairs: Uint32Array;
  fours?: Uint32Array;
}

export interface EncodedSet {
  /** Whether the spikes of all these images are there. */
  has(images: Uint32Array): boolean;
  /** Keeps the spikes of these images, which are a batch's. */
  keep(images: Uint32Array, input: SpikeLists): void;
  /**
   * Encodes the first `images`, as far as they are not. Not while the kernels are at work: both batches in their memory are
   * overwritten.
   */
  ensure(images: number): void;
  /**
   * Touches the spikes of these images, which are encoded, so that the processor fetches many of them into its cache at once: `copy`
   * would wait for each in turn. What it returns means nothing; it keeps the reads from being optimised away.
   */
  fetch(images: Uint32Array): number;
  /** Copies the spikes of image `index`, which is encoded, to sample `sample` of a batch. */
  copy(index: number, target: SpikeLists, sample: number): void;
}

/** Every image's spikes begin at a multiple of four, so that they can be copied several at a time. */
function wholeFours(spikes: number): number {
  return Math.ceil(spikes / 4) * 4;
}

/** `target.set(source.subarray(from, to), place)` without two new objects a sample: these were most of what a training left to the garbage collector. */
function copyPart(
  source: Uint16Array | Float32Array,
  target: Uint16Array | Float32Array,
  from: number,
  to: number,
  place: number,
): void {
  for (let k = from, p = place; k < to; k++, p++) target[p] = source[k]!;
}

/** The bytes of pixels `index[from]` to `index[to - 1]`, whose image begins at `first`. */
function keepBytes(
  index: Uint16Array,
  bytes: Uint8Array,
  from: number,
  to: number,
  place: number,
  images: Uint8Array,
  first: number,
): void {
  for (let k = from, p = place; k < to; k++, p++) bytes[p] = images[first + index[k]!]!;
}

/** The same where every pixel has two neurons, ink and paper. */
function keepBothBytes(
  index: Uint16Array,
  bytes: Uint8Array,
  from: number,
  to: number,
  place: number,
  images: Uint8Array,
  first: number,
): void {
  for (let k = from, p = place; k < to; k++, p++) {
    const byte = images[first + (index[k]! >> 1)]!;
    bytes[p] = index[k]! & 1 ? 255 - byte : byte;
  }
}

function copyBytes(
  bytes: Uint8Array,
  time: Float32Array,
  from: number,
  to: number,
  place: number,
): void {
  for (let k = from, p = place; k < to; k++, p++) time[p] = TIME_OF_BYTE[bytes[k]!]!;
}

/** Neurons two at a time, from an even place to an even place; one that comes after the last means nothing. */
function copyPairs(
  source: Uint32Array,
  target: Uint32Array,
  from: number,
  to: number,
  place: number,
): void {
  for (let k = from >> 1, p = place >> 1; k << 1 < to; k++, p++) target[p] = source[k]!;
}

/** The times of bytes, four at a time; up to three that come after the last mean nothing. */
function copyFours(
  fours: Uint32Array,
  time: Float32Array,
  from: number,
  to: number,
  place: number,
): void {
  for (let k = from >> 2, p = place; k << 2 < to; k++, p += 4) {
    const word = fours[k]!;
    time[p] = TIME_OF_BYTE[word & 255]!;
    time[p + 1] = TIME_OF_BYTE[(word >> 8) & 255]!;
    time[p + 2] = TIME_OF_BYTE[(word >> 16) & 255]!;
    time[p + 3] = TIME_OF_BYTE[word >>> 24]!;
  }
}

/** @param network what encodes, in the coding of its network */
export function createEncodedSet(set: ImageSet, network: () => NetworkKernels): EncodedSet {
  const { spec } = network().memory;
  const neurons = inputCount(spec);
  const size = spec.input.width * spec.input.height;
  const trains = !emitsOne(spec);
  const pixels = spec.coding.kernel === 1;
  const bytesOf = hasBothPolarities(spec) ? keepBothBytes : keepBytes;
  const room = wholeFours(Math.max(neurons, Math.min(PAGE, set.count * wholeFours(neurons))));
  const pages: Page[] = [];
  /** Spikes on the last page. */
  let used = 0;
  /** Images whose spikes are not there. */
  let missing = set.count;
  /** None of the images before this one is missing. */
  let checked = 0;
  /** [images] the page of an image's spikes, where they start there, and how many they are. */
  const pageOf = new Uint16Array(set.count).fill(NOWHERE);
  const start = new Uint32Array(set.count);
  const count = new Uint16Array(set.count);
  // Where the spikes of the images to fetch start and end, side by side: a loop whose bounds come from far away holds up all after it.
  let starts = new Uint32Array(0);
  let ends = new Uint32Array(0);

  const turnPage = (): void => {
    const index = new Uint16Array(room);
    const page: Page = { index, pairs: new Uint32Array(index.buffer) };
    if (pixels) {
      page.bytes = new Uint8Array(room);
      page.fours = new Uint32Array(page.bytes.buffer);
    } else page.time = new Float32Array(room);
    if (trains) page.multiplicity = new Float32Array(room);
    pages.push(page);
    used = 0;
  };

  const keep = (images: Uint32Array, input: SpikeLists): void => {
    for (let s = 0; s < images.length; s++) {
      const image = images[s]!;
      if (pageOf[image] !== NOWHERE) continue;
      const from = s * input.capacity;
      const spikes = input.count[s]!;
      const to = from + spikes;
      if (pages.length === 0 || used + spikes > room) turnPage();
      const { index, time, bytes, multiplicity } = pages[pages.length - 1]!;
      copyPart(input.index, index, from, to, used);
      if (time) copyPart(input.time, time, from, to, used);
      if (bytes) bytesOf(input.index, bytes, from, to, used, set.images, image * size);
      if (multiplicity) copyPart(input.multiplicity!, multiplicity, from, to, used);
      pageOf[image] = pages.length - 1;
      start[image] = used;
      count[image] = spikes;
      used += wholeFours(spikes);
      missing--;
    }
  };

  /** The next images that are missing, `most` of them or as many as there are. */
  const nextMissing = (most: number): Uint32Array => {
    const images = new Uint32Array(Math.min(most, missing));
    for (let n = 0, image = checked; n < images.length; image++)
      if (pageOf[image] === NOWHERE) images[n++] = image;
    return images;
  };

  /** Encodes the next images that are missing. */
  const encodeNext = (): void => {
    const { memory, kernels } = network();
    const all = nextMissing(CHUNK);
    const most = Math.min(BATCH, memory.batch);
    let waiting = (): void => undefined;
    for (let n = 0; n < all.length; n += most) {
      const images = all.subarray(n, n + most);
      images.forEach((image, s) => memory.images.set(imageAt(set, image), s * size));
      swapBatches(memory);
      // Meanwhile the spikes of the batch before are kept.
      kernels.encode(images.length, waiting);
      const { input } = memory.next;
      waiting = () => keep(images, input);
    }
    waiting();
    checked = all[all.length - 1]! + 1;
  };

  return {
    has(images) {
      if (missing === 0) return true;
      for (let n = 0; n < images.length; n++) if (pageOf[images[n]!] === NOWHERE) return false;
      return true;
    },
    keep,
    ensure(images) {
      while (missing > 0 && checked < images) encodeNext();
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
        const { index, time, bytes } = pages[pageOf[images[n]!]!]!;
        const end = ends[n]!;
        if (time) for (let k = starts[n]!; k < end; k += LINE / 4) sum += time[k]!;
        if (bytes) for (let k = starts[n]!; k < end; k += LINE) sum += bytes[k]!;
        for (let k = starts[n]!; k < end; k += LINE / 2) sum += index[k]!;
      }
      return sum;
    },
    copy(n, target, sample) {
      const { index, pairs, time, bytes, fours, multiplicity } = pages[pageOf[n]!]!;
      const from = start[n]!;
      const to = from + count[n]!;
      const place = sample * target.capacity;
      if (target.pairs) copyPairs(pairs, target.pairs, from, to, place);
      else copyPart(index, target.index, from, to, place);
      if (time) copyPart(time, target.time, from, to, place);
      else if (fours && target.pairs) copyFours(fours, target.time, from, to, place);
      else if (bytes) copyBytes(bytes, target.time, from, to, place);
      if (multiplicity) copyPart(multiplicity, target.multiplicity!, from, to, place);
      target.count[sample] = to - from;
    },
  };
}
