/** The places of the plane at which a network is asked for all its spike times. */
import type { Images } from '../image-set';
import { pointImage, POINT_SIZE, type PlanePoint } from './point';

/** Places along each axis. */
export const PLANE_SIDE = 64;

/** The place number `index` of the grid: row by row from the top (y = 1) down, x to the right; edges included. */
export function planePlace(index: number): PlanePoint {
  const last = PLANE_SIDE - 1;
  return { x: (index % PLANE_SIDE) / last, y: 1 - Math.floor(index / PLANE_SIDE) / last };
}

/** All places as images, in this order. */
export function planeImages(): Images {
  const count = PLANE_SIDE ** 2;
  const images = new Uint8Array(count * POINT_SIZE.width);
  for (let i = 0; i < count; i++) images.set(pointImage(planePlace(i)), i * POINT_SIZE.width);
  return { ...POINT_SIZE, count, images };
}
