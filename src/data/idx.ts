/** IDX files, the format of MNIST, plain or gzip (formats.md). */
import { RANGES } from '../model/ranges';
import { sourceOf, type Bytes } from './byte-source';
import { DataError } from './data-error';
import { gunzip, headOf, isGzip } from './gunzip';
import { IMAGES_MAGIC, LABELS_MAGIC } from './idx-format';
import type { Images, ImageSet } from './image-set';
import { KIND_BYTES } from './kind-bytes';
import { DEFAULT_NAMES, pair, type LabelOptions } from './labels';

/** More than this is refused before it is unpacked: no engine could hold it. */
const MOST_BYTES = 2 ** 31 - 1;

function word(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

/** What is looked for in a file, in numbers and in words. */
interface Wanted {
  magic: number;
  header: number;
  kind: 'image' | 'label';
}
const IMAGES: Wanted = { magic: IMAGES_MAGIC, header: 16, kind: 'image' };
const LABELS: Wanted = { magic: LABELS_MAGIC, header: 8, kind: 'label' };

/**
 * The magic number, checked. What else a file is is told by code of its own, which a page fetches for a file that is refused only: MNIST,
 * which comes through here at every visit, does without.
 */
async function checkMagic(
  head: Uint8Array,
  { magic, header, kind }: Wanted,
  name: string,
): Promise<void> {
  if (head.length < 4 || word(head, 0) !== magic) {
    const { notIdx } = await import('./not-idx');
    throw notIdx(head, magic, name, kind);
  }
  if (head.length < header) {
    throw new DataError(
      `${name} ends within its header: ${head.length} bytes instead of ${header}.`,
    );
  }
}

/** Checks what an image file's header says and returns the length the whole file must have. */
function imagesLength(bytes: Uint8Array, name: string): number {
  const [count, height, width] = [word(bytes, 4), word(bytes, 8), word(bytes, 12)];
  const [low, high] = RANGES.side.range;
  if (Math.min(width, height) < low || Math.max(width, height) > high) {
    throw new DataError(
      `${name} holds images of ${width} x ${height} pixels, but they must be from ${low} x ${low} to ${high} x ${high}.`,
    );
  }
  if (count === 0) throw new DataError(`${name} holds no images.`);
  return within(IMAGES.header + count * width * height, name);
}

function labelsLength(bytes: Uint8Array, name: string): number {
  const count = word(bytes, 4);
  if (count === 0) throw new DataError(`${name} holds no labels.`);
  return within(LABELS.header + count, name);
}

function within(length: number, name: string): number {
  if (length > MOST_BYTES) {
    throw new DataError(
      `${name} announces ${length} bytes, more than can be held at once: split it.`,
    );
  }
  return length;
}

function checkLength(found: number, length: number, count: number, name: string): void {
  if (found === length) return;
  throw new DataError(
    found < length
      ? `${name} is cut off: its header announces ${count} entries, ${length} bytes in all, but it holds ${found}.`
      : `${name} holds more than the ${count} entries its header announces (${length} bytes).`,
  );
}

/**
 * A whole file, unpacked, its header and length checked; of one that is something else no more than its beginning is read.
 * @param lengthOf checks what a header says and returns the length the whole file must have
 */
async function readWhole(
  file: Bytes,
  name: string,
  wanted: Wanted,
  lengthOf: (head: Uint8Array, name: string) => number,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = sourceOf(file);
  const head = await headOf(source, KIND_BYTES);
  const packed = isGzip(await source.read(0, 2));
  if (packed && head.length < wanted.header) {
    // Hardly anything was unpacked: it is so small, or damaged, which unpacking says.
    await checkMagic(await gunzip(source, name, KIND_BYTES), wanted, name);
  }
  await checkMagic(head, wanted, name);
  const length = lengthOf(head, name);
  if (!packed) checkLength(source.size, length, word(head, 4), name);
  const bytes = packed ? await gunzip(source, name, length) : await source.read(0, length);
  checkLength(bytes.length, length, word(head, 4), name);
  return bytes;
}

/**
 * Reads an image file, plain or gzip.
 * @param name what the file is called in messages
 * @throws DataError
 */
export async function readImages(file: Bytes, name = DEFAULT_NAMES.images): Promise<Images> {
  const bytes = await readWhole(file, name, IMAGES, imagesLength);
  const [count, height, width] = [word(bytes, 4), word(bytes, 8), word(bytes, 12)];
  return { width, height, count, images: bytes.subarray(IMAGES.header) };
}

/**
 * Reads a label file, plain or gzip: [count] bytes.
 * @param name what the file is called in messages
 * @throws DataError
 */
export async function readLabels(
  file: Bytes,
  name = DEFAULT_NAMES.labels,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readWhole(file, name, LABELS, labelsLength);
  return bytes.subarray(LABELS.header);
}

/**
 * Reads a pair of IDX files, plain or gzip.
 * @throws DataError
 */
export async function readImageSet(
  images: Bytes,
  labels: Bytes,
  options: LabelOptions = {},
): Promise<ImageSet> {
  const { names = DEFAULT_NAMES } = options;
  return pair(
    await readImages(images, names.images),
    await readLabels(labels, names.labels),
    options,
  );
}
