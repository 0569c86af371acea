/** IDX files for tests. */
import { IMAGES_MAGIC, LABELS_MAGIC } from './idx-format';

/** Words (big-endian), then bytes. */
export function idxFile(words: number[], bytes: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(words.length * 4 + bytes.length);
  const view = new DataView(file.buffer);
  words.forEach((word, i) => view.setUint32(i * 4, word));
  file.set(bytes, words.length * 4);
  return file;
}

export function imageFile(
  count: number,
  rows: number,
  columns: number,
  bytes: ArrayLike<number> = new Uint8Array(count * rows * columns),
): Uint8Array<ArrayBuffer> {
  return idxFile([IMAGES_MAGIC, count, rows, columns], bytes);
}

export function labelFile(labels: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  return idxFile([LABELS_MAGIC, labels.length], labels);
}
