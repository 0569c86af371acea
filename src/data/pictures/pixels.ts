/** A picture's pixels, as a canvas or a decoder gives them. */
import type { ImageSize } from '../image-set';

/** Red, green, blue and alpha of each pixel, as an `ImageData` of a page has them. */
export interface Pixels extends ImageSize {
  /** [height, width, 4] bytes. */
  data: Uint8ClampedArray | Uint8Array;
  /** Whether they are as they were written: a JPEG's are not, and around ink its paper is not quite empty. */
  lossless?: boolean;
}

/** A grey picture: how much ink is where. */
export interface Ink extends ImageSize {
  /** [height, width] bytes, 0 paper to 255 ink. */
  ink: Uint8Array<ArrayBuffer>;
}

/** The longer side in pixels of what is looked at: twenty times the network's images, whatever was photographed. */
export const MOST_SIDE = 560;

/** The size at which a picture is looked at: its own, or as much smaller as it takes. */
export function lookSize({ width, height }: ImageSize): ImageSize {
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
