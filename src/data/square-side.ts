import { RANGES } from '../model/ranges';

/** The side of the square image of so many pixels; null where there is none within the sizes there may be. */
export function squareSide(pixels: number): number | null {
  const side = Math.round(Math.sqrt(pixels));
  const [low, high] = RANGES.side.range;
  return side * side === pixels && side >= low && side <= high ? side : null;
}
