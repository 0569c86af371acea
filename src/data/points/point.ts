/**
 * A point of the plane as a network reads it: an image of 5 x 1 pixels of intensities x, 1 - x, y, 1 - y and 1. So small and large
 * values both have an early spike, and the last pixel, the bias, is the spike at 0 from which the others can be told in time. Five
 * inputs as in L. Kriener, J. Göltz, M. A. Petrovici, "The Yin-Yang dataset", NICE 2022.
 */
import type { ImageSize, Images } from '../image-set';

/** A place in [0, 1]^2: x to the right, y up. */
export interface PlanePoint {
  x: number;
  y: number;
}

/** What the five inputs are called, in order. */
export const POINT_INPUTS = ['x', '1 - x', 'y', '1 - y', 'bias'] as const;

export const POINT_SIZE: ImageSize = { width: POINT_INPUTS.length, height: 1 };

/** A coordinate has so many steps; their bytes are 1 to 255, so that no pixel is silent. */
export const STEPS = 254;

const clamp = (v: number): number => Math.min(Math.max(v, 0), 1);

/** The five bytes of a point; places outside the plane are taken at its edge. Both bytes of an axis always add up to 256. */
export function pointImage({ x, y }: PlanePoint): Uint8Array<ArrayBuffer> {
  const [across, up] = [Math.round(STEPS * clamp(x)), Math.round(STEPS * clamp(y))];
  return Uint8Array.of(1 + across, 1 + STEPS - across, 1 + up, 1 + STEPS - up, 255);
}

/** The point of five bytes: read from the first of each axis. */
export function pointOf(image: Uint8Array): PlanePoint {
  return { x: clamp((image[0]! - 1) / STEPS), y: clamp((image[2]! - 1) / STEPS) };
}

/** Whether images of a size are points: nothing else on the page has a single row of five pixels. */
export function isPointSize({ width, height }: ImageSize): boolean {
  return width === POINT_SIZE.width && height === POINT_SIZE.height;
}

/** Whether images hold points and nothing else, whatever file they came from. */
export function holdsPoints({ images, ...size }: Images): boolean {
  if (!isPointSize(size)) return false;
  for (let i = 0; i < images.length; i += 5) {
    const [x, notX, y, notY, bias] = images.subarray(i, i + 5);
    if (x! + notX! !== 256 || y! + notY! !== 256 || bias !== 255) return false;
  }
  return true;
}
