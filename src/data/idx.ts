/** IDX files, the format of MNIST, plain or gzip (formats.md). */
import { RANGES } from '../model/network';
import { DataError } from './data-error';
import { gunzip } from './gunzip';
import type { Images, ImageSet } from './image-set';

export const IMAGES_MAGIC = 0x00000803;
export const LABELS_MAGIC = 0x00000801;
const IMAGES_HEADER = 16;
const LABELS_HEADER = 8;
/** More than this is refused before it is unpacked: no engine could hold it. */
const MOST_BYTES = 2 ** 31 - 1;

/** What files are called in messages. */
export interface FileNames {
  images: string;
  labels: string;
}

export const DEFAULT_NAMES: FileNames = { images: 'The image file', labels: 'The label file' };

function word(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}

/** The magic number, checked; the other kind of file is named, since the two are easily swapped. */
function checkMagic(
  bytes: Uint8Array,
  header: number,
  magic: number,
  name: string,
  kind: string,
): void {
  if (bytes.length < Math.min(4, header)) {
    throw new DataError(`${name} is too short to be an IDX file: it holds ${bytes.length} bytes.`);
  }
  const found = word(bytes, 0);
  if (found !== magic) {
    const other =
      found === IMAGES_MAGIC
        ? ', those of an image file: are the two files swapped?'
        : found === LABELS_MAGIC
          ? ', those of a label file: are the two files swapped?'
          : '.';
    throw new DataError(
      `${name} is not an IDX ${kind} file: it starts with ${hex(found)} instead of ${hex(magic)}${other}`,
    );
  }
  if (bytes.length < header) {
    throw new DataError(
      `${name} ends within its header: ${bytes.length} bytes instead of ${header}.`,
    );
  }
}

/** Checks an image file's header and returns the length the whole file must have. */
function imagesLength(bytes: Uint8Array, name: string): number {
  checkMagic(bytes, IMAGES_HEADER, IMAGES_MAGIC, name, 'image');
  const [count, height, width] = [word(bytes, 4), word(bytes, 8), word(bytes, 12)];
  const [low, high] = RANGES.side;
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

function checkLength(bytes: Uint8Array, length: number, count: number, name: string): void {
  if (bytes.length === length) return;
  throw new DataError(
    bytes.length < length
      ? `${name} is cut off: its header announces ${count} entries, ${length} bytes in all, but it holds ${bytes.length}.`
      : `${name} holds more than the ${count} entries its header announces (${length} bytes).`,
  );
}

/**
 * Reads an image file, plain or gzip.
 * @param name what the file is called in messages
 * @throws DataError
 */
export async function readImages(
  file: Uint8Array<ArrayBuffer>,
  name = DEFAULT_NAMES.images,
): Promise<Images> {
  const bytes = await gunzip(file, name, IMAGES_HEADER, (head) => imagesLength(head, name));
  const length = imagesLength(bytes, name);
  const [count, height, width] = [word(bytes, 4), word(bytes, 8), word(bytes, 12)];
  checkLength(bytes, length, count, name);
  return { width, height, count, images: bytes.subarray(IMAGES_HEADER) };
}

/**
 * Reads a label file, plain or gzip: [count] bytes.
 * @param name what the file is called in messages
 * @throws DataError
 */
export async function readLabels(
  file: Uint8Array<ArrayBuffer>,
  name = DEFAULT_NAMES.labels,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await gunzip(file, name, LABELS_HEADER, (head) => labelsLength(head, name));
  const length = labelsLength(bytes, name);
  checkLength(bytes, length, word(bytes, 4), name);
  return bytes.subarray(LABELS_HEADER);
}

/**
 * Images with their labels, as one set.
 * @param classes how many classes the labels may name; without it, the largest label + 1
 * @throws DataError where the counts differ, or the labels name too few or too many classes
 */
export function pair(
  images: Images,
  labels: Uint8Array<ArrayBuffer>,
  classes?: number,
  names: FileNames = DEFAULT_NAMES,
): ImageSet {
  if (images.count !== labels.length) {
    throw new DataError(
      `${names.images} holds ${images.count} images but ${lowerFirst(names.labels)} ${labels.length} labels: they do not belong together.`,
    );
  }
  const largest = labels.reduce((a, b) => Math.max(a, b), 0);
  const [low, high] = RANGES.classes;
  if (classes !== undefined && largest >= classes) {
    throw new DataError(
      `${names.labels} names class ${largest}, but there are only ${classes} classes (0 to ${classes - 1}).`,
    );
  }
  if (classes === undefined && (largest + 1 < low || largest + 1 > high)) {
    throw new DataError(
      `${names.labels} names ${largest + 1} ${largest === 0 ? 'class' : 'classes'} (its largest label is ${largest}), but there must be ${low} to ${high}.`,
    );
  }
  return { ...images, labels, classes: classes ?? largest + 1 };
}

/** "The label file" becomes "the label file"; a file's own name stays. */
function lowerFirst(name: string): string {
  return name.startsWith('The ') ? `the ${name.slice(4)}` : name;
}

/**
 * Reads a pair of IDX files, plain or gzip.
 * @param classes as in `pair`
 * @throws DataError
 */
export async function readImageSet(
  images: Uint8Array<ArrayBuffer>,
  labels: Uint8Array<ArrayBuffer>,
  classes?: number,
  names: FileNames = DEFAULT_NAMES,
): Promise<ImageSet> {
  return pair(
    await readImages(images, names.images),
    await readLabels(labels, names.labels),
    classes,
    names,
  );
}
