/** Images turned about their diagonal: rows become columns, as EMNIST's files have them. */
import { imageAt, type Images } from './image-set';

/** The same set with each image turned; copies. */
export function transposed<T extends Images>(set: T): T {
  const { width, height, count } = set;
  const turned = {
    ...set,
    width: height,
    height: width,
    images: new Uint8Array(set.images.length),
  };
  for (let n = 0; n < count; n++) {
    const [from, to] = [imageAt(set, n), imageAt(turned, n)];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) to[x * height + y] = from[y * width + x]!;
  }
  return turned;
}
