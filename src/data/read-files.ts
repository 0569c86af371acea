/** A person's own pair of files as one set. */
import { readImageSet } from './idx';
import type { ImageSet } from './image-set';

/**
 * Reads a pair of IDX files, plain or gzip; messages call them by their names.
 * @throws DataError
 */
export async function readFiles(images: File, labels: File): Promise<ImageSet> {
  const [a, b] = await Promise.all([images.arrayBuffer(), labels.arrayBuffer()]);
  return readImageSet(new Uint8Array(a), new Uint8Array(b), undefined, {
    images: images.name,
    labels: labels.name,
  });
}
