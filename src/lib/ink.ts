/** What was drawn, as ink on paper: the network's images are 0 where there is paper, and 255 where there is ink. */
import type { ImageSize } from '../data/image-set';
import { normalise } from '../data/normalise';

/** Red, green, blue and alpha of each pixel, as an `ImageData` of a page has them. */
export interface Ink extends ImageSize {
  /** [height, width, 4] bytes. */
  data: Uint8ClampedArray | Uint8Array;
}

/**
 * Something drawn: a canvas, a picture, a frame of a video, or pixels of them. Or bytes [height * width] of the network's own size,
 * 0 paper to 255 ink, which are taken as they are.
 */
export type Picture = CanvasImageSource | Ink | Uint8Array;

/** The longer side in pixels of what is looked at: twenty times the network's images, whatever was photographed. */
const MOST_SIDE = 560;

/** Light and dark of opaque pixels: less than this share of all there is counts as paper, as a picture's compression leaves it. */
const SPECK = 1 / 8;

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
  const ink = 'data' in picture ? picture : pixelsOf(picture);
  return normalise(inkOf(ink), ink.width, ink.height, width, height);
}

/**
 * Where anything is transparent, paper is what is, whatever the colour of the ink. Else paper is what the edge is most of: dark ink is found on
 * light paper and light ink on dark.
 * @returns [height * width] bytes, 0 paper to 255 ink
 */
export function inkOf({ width, height, data }: Ink): Uint8Array<ArrayBuffer> {
  const count = width * height;
  if (data.length !== 4 * count) {
    throw new Error(
      `${data.length} bytes are not ${width} x ${height} pixels of red, green, blue and alpha.`,
    );
  }
  const alpha = Uint8Array.from({ length: count }, (_, i) => data[4 * i + 3]!);
  if (alpha.some((a) => a < 255)) return alpha;
  // Luminance (Rec. 709).
  const light = Float32Array.from(
    { length: count },
    (_, i) => 0.2126 * data[4 * i]! + 0.7152 * data[4 * i + 1]! + 0.0722 * data[4 * i + 2]!,
  );
  const paper = median(edgeOf(light, width, height));
  const room = Math.max(paper, 255 - paper);
  const sign = paper > 127 ? -1 : 1;
  return Uint8Array.from(light, (l) => {
    const share = (sign * (l - paper)) / room;
    return share < SPECK ? 0 : Math.round(255 * Math.min(1, share));
  });
}

function edgeOf(light: Float32Array, width: number, height: number): Float32Array {
  return light.filter((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
}

const median = (values: Float32Array): number => values.toSorted()[values.length >> 1] ?? 255;

/** What a picture shows, no larger than it is looked at. */
function pixelsOf(picture: CanvasImageSource): Ink {
  const [wide, high] = sizeOf(picture);
  if (!(wide > 0 && high > 0)) {
    throw new Error('The picture has no pixels yet: wait until it is loaded.');
  }
  const scale = Math.min(1, MOST_SIDE / Math.max(wide, high));
  const width = Math.max(1, Math.round(wide * scale));
  const height = Math.max(1, Math.round(high * scale));
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
