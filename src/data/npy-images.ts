/** Arrays of NumPy as images and labels. */
import { RANGES } from '../model/ranges';
import { formatCount } from '../words/numbers';
import { DataError } from './data-error';
import type { Images } from './image-set';
import { isLabelShape, type NpyArray } from './npy';
import { createPixelWriter } from './pixels';
import { squareSide } from './square-side';

/** [rows, columns] of an image; null where the shape is none of images. */
function sizeOf([count, ...rest]: number[]): [number, number] | null {
  if (count === undefined) return null;
  // One channel, behind the sides or before them.
  const [a, b, c, ...more] = rest;
  const size =
    rest.length === 3 && a === 1 ? [b!, c!] : rest.length === 3 && c === 1 ? [a!, b!] : null;
  if (size) return [size[0]!, size[1]!];
  if (rest.length === 2 && more.length === 0) return [a!, b!];
  const side = rest.length === 1 ? squareSide(a!) : null;
  return side === null ? null : [side, side];
}

/** Images: [N, rows, columns], [N, rows, columns, 1], [N, 1, rows, columns] or [N, pixels of a square]. @throws DataError */
export function imagesOf(array: NpyArray, name: string): Images {
  const size = sizeOf(array.shape);
  const [low, high] = RANGES.side.range;
  if (!size || size.some((side) => side < low || side > high)) {
    throw new DataError(
      `${name} has the shape [${array.shape.join(', ')}], but images must be [N, rows, columns], ${low} x ${low} to ${high} x ${high}, or [N, pixels of a square].`,
    );
  }
  const [height, width] = size;
  const pixels = createPixelWriter(array.count);
  for (let i = 0; i < array.count; i++) {
    const value = array.at(i);
    if (!pixels.put(value)) {
      throw new DataError(
        `${name}, image ${formatCount(Math.floor(i / (width * height)))}: it has the value ${value}, but a pixel is a number from 0 to 255, or from 0 to 1.`,
      );
    }
  }
  const count = array.shape[0]!;
  if (count === 0) throw new DataError(`${name} holds no images.`);
  return { width, height, count, images: pixels.bytes() };
}

/** @throws DataError */
export function labelsOf(array: NpyArray, name: string): Uint8Array<ArrayBuffer> {
  if (!isLabelShape(array.shape)) {
    throw new DataError(
      `${name} has the shape [${array.shape.join(', ')}], but labels must be [N], a number an image.`,
    );
  }
  if (array.count === 0) throw new DataError(`${name} holds no labels.`);
  const labels = new Uint8Array(array.count);
  for (let i = 0; i < array.count; i++) {
    const value = array.at(i);
    if (!(Number.isInteger(value) && value >= 0 && value <= 255)) {
      throw new DataError(
        `${name}, label ${formatCount(i)}: it is ${value}, but must be a whole number from 0.`,
      );
    }
    labels[i] = value;
  }
  return labels;
}
