/** How large an image is, in pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** Images of one size: the size travels with the bytes, since 28 x 28 bytes are also four images of 14 x 14. */
export interface Images extends ImageSize {
  count: number;
  /** [count, height, width] bytes, 0 paper to 255 ink. */
  images: Uint8Array<ArrayBuffer>;
}

/** What a set is, before any of its images is there. */
export interface SetHead extends ImageSize {
  count: number;
  /** Number of classes: the largest label + 1. */
  classes: number;
}

/** Images with their labels, as they come from a pair of IDX files. */
export interface ImageSet extends Images, SetHead {
  /** [count] true classes. */
  labels: Uint8Array<ArrayBuffer>;
  /** What the file called the first class, where it counted from 1; `labels` count from 0. */
  firstLabel?: 1;
  /** [classes] what the classes are called, where they have names of their own and are no digits. */
  classNames?: readonly string[];
}

export function sameSize(a: ImageSize, b: ImageSize): boolean {
  return a.width === b.width && a.height === b.height;
}

/** One image by itself, as bytes of its own. @param image [height, width] */
export function single({ width, height }: ImageSize, image: Uint8Array): Images {
  return { width, height, count: 1, images: image.slice() };
}

/** The [height, width] bytes of image `index`, a view and not a copy. */
export function imageAt(set: Images, index: number): Uint8Array<ArrayBuffer> {
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

/** At most `most` images, evenly spread over the set; copies. */
export function spread(set: Images, most: number): Images {
  const size = set.width * set.height;
  const count = Math.min(most, set.count);
  const images = new Uint8Array(count * size);
  for (let n = 0; n < count; n++)
    images.set(imageAt(set, Math.floor((n * set.count) / count)), n * size);
  return { width: set.width, height: set.height, count, images };
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
