/** Images of one size with their labels, as they come from a pair of IDX files. */
export interface ImageSet {
  width: number;
  height: number;
  count: number;
  /** [count, height, width] bytes, 0 paper to 255 ink. */
  images: Uint8Array<ArrayBuffer>;
  /** [count] true classes. */
  labels: Uint8Array<ArrayBuffer>;
  /** Number of classes: the largest label + 1. */
  classes: number;
}

/** The [height, width] bytes of image `index`, a view and not a copy. */
export function imageAt(set: ImageSet, index: number): Uint8Array<ArrayBuffer> {
  const size = set.width * set.height;
  return set.images.subarray(index * size, (index + 1) * size);
}
