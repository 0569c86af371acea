/** Ink as the network takes it. */
import { sameSize, type ImageSize } from '../image-set';
import { normalise, shrink } from '../normalise';
import type { Ink } from './pixels';

/**
 * [height, width] bytes of the network's size. A picture that has this size already was made for it, and stays as it is; any other is scaled and centred
 * as MNIST's digits are, or, where that is not wanted, scaled as a whole, in the middle.
 */
export function toImage(
  { ink, ...own }: Ink,
  size: ImageSize,
  normalised: boolean,
): Uint8Array<ArrayBuffer> {
  if (sameSize(own, size)) return ink.slice();
  return normalised
    ? normalise(ink, own.width, own.height, size.width, size.height)
    : wholeOf({ ink, ...own }, size);
}

function wholeOf({ ink, ...own }: Ink, size: ImageSize): Uint8Array<ArrayBuffer> {
  const scale = Math.min(size.width / own.width, size.height / own.height);
  const columns = Math.max(1, Math.round(own.width * scale));
  const rows = Math.max(1, Math.round(own.height * scale));
  const box = { left: 0, top: 0, right: own.width, bottom: own.height };
  const small = shrink(ink, own.width, box, columns, rows);
  const left = (size.width - columns) >> 1;
  const top = (size.height - rows) >> 1;
  const image = new Uint8Array(size.width * size.height);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++)
      image[(top + y) * size.width + left + x] = Math.round(small[y * columns + x]!);
  return image;
}
