/**
 * The Yin-Yang set by its definition (L. Kriener, J. Göltz, M. A. Petrovici, "The Yin-Yang dataset", NICE 2022), the standard test of
 * time-coded networks: a disk of radius 1/2 in two curled halves, and in the head of each a dot of radius 1/10. Classes are numbered
 * as in its authors' own data: 0 and 1 the halves, 2 both dots.
 */
import type { PlanePoint } from './point';

const RADIUS = 0.5;
const DOT = 0.1;
/** The middles of the two heads, which are disks of half the radius: at (1/4, 1/2) and (3/4, 1/2). */
const LEFT = 0.5 * RADIUS;
const RIGHT = 1.5 * RADIUS;

export const YIN_YANG_CLASSES = ['yin', 'yang', 'dot'];

/** The class of a place; null outside the disk. */
export function yinYangClass({ x, y }: PlanePoint): number | null {
  const from = (middle: number): number => Math.hypot(x - middle, y - RADIUS);
  if (from(RADIUS) > RADIUS) return null;
  const [left, right] = [from(LEFT), from(RIGHT)];
  if (left < DOT || right < DOT) return 2;
  // The left head belongs to 1, the right head to 0; elsewhere the upper half is 1.
  const head = RADIUS / 2;
  if (left <= head) return 1;
  if (right <= head) return 0;
  return y > RADIUS ? 1 : 0;
}
