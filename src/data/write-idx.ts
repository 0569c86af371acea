/** IDX files as MNIST's, written (formats.md). */
import { IMAGES_MAGIC, LABELS_MAGIC } from './idx-format';
import type { Images, ImageSet } from './image-set';

/** Words (big-endian), then bytes. */
function file(words: number[], bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(words.length * 4 + bytes.length);
  const view = new DataView(whole.buffer);
  words.forEach((word, i) => view.setUint32(i * 4, word));
  whole.set(bytes, words.length * 4);
  return whole;
}

export function writeImages({ count, height, width, images }: Images): Uint8Array<ArrayBuffer> {
  return file([IMAGES_MAGIC, count, height, width], images);
}

export function writeLabels({ labels }: Pick<ImageSet, 'labels'>): Uint8Array<ArrayBuffer> {
  return file([LABELS_MAGIC, labels.length], labels);
}
