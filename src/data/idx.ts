/** IDX files, the format of MNIST, plain or gzip (formats.md). */
import { RANGES } from '../model/ranges';
import { sourceOf, type Bytes } from './byte-source';
import { DataError } from './data-error';
import { isData, KIND_BYTES, kindOf } from './file-kind';
import { gunzip, headOf, isGzip } from './gunzip';
import { IMAGES_MAGIC, LABELS_MAGIC } from './idx-format';
import type { Images, ImageSet } from './image-set';
import { DEFAULT_NAMES, pair, type LabelOptions } from './labels';

const IMAGES_HEADER = 16;
const LABELS_HEADER = 8;
/** More than this is refused before it is unpacked: no engine could hold it. */
const MOST_BYTES = 2 ** 31 - 1;

function word(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}

/** The magic number, checked; what else the file is is named, and the other kind of file too: the two are easily swapped. */
function checkMagic(
  bytes: Uint8Array,
  header: number,
  magic: number,
  name: string,
  kind: string,
): void {
  if (bytes.length < 4 || word(bytes, 0) !== magic) throw refused(bytes, magic, name, kind);
  if (bytes.length < header) {
    throw new DataError(
      `${name} ends within its header: ${bytes.length} bytes instead of ${header}.`,
    );
  }
}

function refused(bytes: Uint8Array, magic: number, name: string, kind: string): DataError {
  const found = kindOf(bytes.subarray(0, KIND_BYTES));
  if (found.kind === 'foreign')
    return new DataError(`${name} is not an IDX ${kind} file but ${found.is}`);
  if (found.kind === 'model') {
    return new DataError(`${name} is not an IDX ${kind} file but a model: open it as one.`);
  }
  if (isData(found) && found.format !== 'idx') {
    const is = { npy: 'a NumPy array', npz: 'a NumPy archive', csv: 'a table (CSV)' }[found.format];
    return new DataError(
      `${name} is not an IDX ${kind} file but ${is}, which is taken with its labels, or an array of images with one of labels.`,
    );
  }
  if (bytes.length < 4) {
    return new DataError(`${name} is too short to be an IDX file: it holds ${bytes.length} bytes.`);
  }
  const other =
    found.kind === 'unknown'
      ? '.'
      : `, those of ${found.kind === 'images' ? 'an image' : 'a label'} file: are the two files swapped?`;
  return new DataError(
    `${name} is not an IDX ${kind} file: it starts with ${hex(word(bytes, 0))} instead of ${hex(magic)}${other}`,
  );
}

/** Checks an image file's header and returns the length the whole file must have. */
function imagesLength(bytes: Uint8Array, name: string): number {
  checkMagic(bytes, IMAGES_HEADER, IMAGES_MAGIC, name, 'image');
  const [count, height, width] = [word(bytes, 4), word(bytes, 8), word(bytes, 12)];
  const [low, high] = RANGES.side.range;
  if (Math.min(width, height) < low || Math.max(width, height) > high) {
    throw new DataError(
      `${name} holds images of ${width} x ${height} pixels, but they must be from ${low} x ${low} to ${high} x ${high}.`,
    );
  }
  if (count === 0) throw new DataError(`${name} holds no images.`);
  return within(IMAGES_HEADER + count * width * height, name);
}

function labelsLength(bytes: Uint8Array, name: string): number {
  checkMagic(bytes, LABELS_HEADER, LABELS_MAGIC, name, 'label');
  const count = word(bytes, 4);
  if (count === 0) throw new DataError(`${name} holds no labels.`);
  return within(LABELS_HEADER + count, name);
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
 * @param lengthOf checks a header and returns the length the whole file must have
 */
async function readWhole(
  file: Bytes,
  name: string,
  lengthOf: (head: Uint8Array, name: string) => number,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = sourceOf(file);
  const head = await headOf(source, KIND_BYTES);
  if (isGzip(await source.read(0, 2))) {
    // Hardly anything was unpacked: then it is so small, or damaged.
    const most = head.length < IMAGES_HEADER ? KIND_BYTES : lengthOf(head, name);
    const bytes = await gunzip(source, name, most);
    checkLength(bytes.length, lengthOf(bytes, name), word(bytes, 4), name);
    return bytes;
  }
  const length = lengthOf(head, name);
  checkLength(source.size, length, word(head, 4), name);
  return source.read(0, length);
}

/**
 * Reads an image file, plain or gzip.
 * @param name what the file is called in messages
 * @throws DataError
 */
export async function readImages(file: Bytes, name = DEFAULT_NAMES.images): Promise<Images> {
  const bytes = await readWhole(file, name, imagesLength);
  const [count, height, width] = [word(bytes, 4), word(bytes, 8), word(bytes, 12)];
  return { width, height, count, images: bytes.subarray(IMAGES_HEADER) };
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
  const bytes = await readWhole(file, name, labelsLength);
  return bytes.subarray(LABELS_HEADER);
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
