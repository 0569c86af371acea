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

/** The images from `from` up to but not including `to`, views and not copies; the classes stay those of the whole set. */
export function slice(set: ImageSet, from: number, to: number): ImageSet {
  const size = set.width * set.height;
  return {
    ...set,
    count: to - from,
    images: set.images.subarray(from * size, to * size),
    labels: set.labels.subarray(from, to),
  };
}

/** Which images to show: of one class, only those misread, or both. */
export interface Filter {
  /** True class. */
  label?: number;
  /** [count] answers of the network (255: none); only images whose answer is not their label. */
  misreadBy?: ArrayLike<number>;
}

/** The indices of the images that pass, ascending. */
export function select(set: ImageSet, { label, misreadBy }: Filter): Uint32Array<ArrayBuffer> {
  const indices: number[] = [];
  for (let i = 0; i < set.count; i++) {
    if (label !== undefined && set.labels[i] !== label) continue;
    if (misreadBy !== undefined && misreadBy[i] === set.labels[i]) continue;
    indices.push(i);
  }
  return Uint32Array.from(indices);
}
