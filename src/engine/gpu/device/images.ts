/** Images as the shaders read them: bytes, 4 to a word, each image padded to whole words. */
import type { ImageSet } from '../../../data/image-set';
import { storage } from './buffers';

/** Bytes a write carries at most, so that no copy in between grows large. */
const WRITE = 16 * 2 ** 20;

export function imageWordsOf(width: number, height: number): number {
  return Math.ceil((width * height) / 4);
}

/** Copies image number `from` of `images` ([.., size] bytes) to place `to` of `target` ([.., words] words). */
export function placeImage(
  images: Uint8Array,
  from: number,
  size: number,
  target: Uint8Array,
  to: number,
  words: number,
): void {
  target.set(images.subarray(from * size, (from + 1) * size), to * words * 4);
}

/** [n, size] bytes to [n, words] words; the same bytes where images are whole words. */
export function padImages(
  images: Uint8Array<ArrayBuffer>,
  size: number,
  words: number,
): Uint8Array<ArrayBuffer> {
  if (size === words * 4) return images;
  const count = Math.floor(images.length / size);
  const padded = new Uint8Array(count * words * 4);
  for (let n = 0; n < count; n++) placeImage(images, n, size, padded, n, words);
  return padded;
}

/** A whole set on the GPU; undefined where it is larger than a buffer may be (its images are then sent with every submit). */
export function uploadSet(device: GPUDevice, label: string, set: ImageSet): GPUBuffer | undefined {
  const size = set.width * set.height;
  const words = imageWordsOf(set.width, set.height);
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  if (set.count * words * 4 > Math.min(maxStorageBufferBindingSize, maxBufferSize))
    return undefined;
  const buffer = storage(device, label, set.count * words);
  const part = Math.max(1, Math.floor(WRITE / (words * 4)));
  for (let n = 0; n < set.count; n += part) {
    const images = set.images.subarray(n * size, Math.min(n + part, set.count) * size);
    const bytes = padImages(images, size, words);
    device.queue.writeBuffer(buffer, n * words * 4, bytes);
  }
  return buffer;
}
