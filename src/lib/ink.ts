/** What was drawn, as ink on paper: the network's images are 0 where there is paper, and 255 where there is ink. */
import type { ImageSize } from '../data/image-set';
import { inkOf } from '../data/pictures/ink';
import { lookSize, type Pixels } from '../data/pictures/pixels';
import { normalise } from '../data/normalise';

/**
 * Something drawn: a canvas, a picture, a frame of a video, or pixels of them. Or bytes [height * width] of the network's own size,
 * 0 paper to 255 ink, which are taken as they are.
 */
export type Picture = CanvasImageSource | Pixels | Uint8Array;

/**
 * A picture as the network takes it: [height * width] bytes, scaled and centred as MNIST's digits are.
 * @throws Error with one sentence where it cannot be read
 */
export function imageOf(picture: Picture, { width, height }: ImageSize): Uint8Array<ArrayBuffer> {
  if (picture instanceof Uint8Array) {
    if (picture.length === width * height) return picture.slice();
    throw new Error(
      `The image has ${picture.length} bytes, but the network takes ${width} x ${height} pixels, a byte each.`,
    );
  }
  const { ink, ...size } = inkOf('data' in picture ? picture : pixelsOf(picture));
  return normalise(ink, size.width, size.height, width, height);
}

/** What a picture shows, no larger than it is looked at. */
function pixelsOf(picture: CanvasImageSource): Pixels {
  const [wide, high] = sizeOf(picture);
  if (!(wide > 0 && high > 0)) {
    throw new Error('The picture has no pixels yet: wait until it is loaded.');
  }
  const { width, height } = lookSize({ width: wide, height: high });
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to read the picture from.');
  try {
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } catch (cause) {
    throw new Error(
      'The picture may not be read: what is drawn on it comes from another site, which does not allow that.',
      { cause },
    );
  }
}

/** In pixels of its own, not of the page. */
function sizeOf(picture: CanvasImageSource): [number, number] {
  if ('naturalWidth' in picture) return [picture.naturalWidth, picture.naturalHeight];
  if ('videoWidth' in picture) return [picture.videoWidth, picture.videoHeight];
  if ('displayWidth' in picture) return [picture.displayWidth, picture.displayHeight];
  const { width, height } = picture;
  return [Number(width), Number(height)];
}
