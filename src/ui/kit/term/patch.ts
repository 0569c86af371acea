/** What the picture of a patch shows: its pixels, the times of its spikes, and how they add up. */

export interface Patch {
  /** Pixels a side. */
  side: number;
  /** [side * side] ink, row by row. */
  ink: readonly number[];
  /** Spike times of the pixels with ink. */
  times: readonly number[];
}

/** An example: 4 x 4 pixels, a stroke that enters at the lower left; a pixel with ink x spikes at 1 − x. */
const INK = [0, 0, 0.35, 0.8, 0, 0.3, 0.9, 0.95, 0.25, 0.85, 1, 0.45, 0.7, 0.9, 0.4, 0];
export const EXAMPLE: Patch = {
  side: 4,
  ink: INK,
  times: INK.filter((x) => x > 0.1).map((x) => 1 - x),
};

const END = 1.25;

/** Points (t, height in [0, 1]) of a line. */
type Line = readonly (readonly [number, number])[];

/** A ramp a spike, added up, and the one ramp that stands for them from their mean time on. They meet at the last spike. */
export function rampsOf({ times }: Patch): { mean: number; each: Line; one: Line } {
  const mean = times.reduce((sum, t) => sum + t, 0) / times.length;
  const sumAt = (t: number) => times.reduce((sum, s) => sum + Math.max(0, t - s), 0);
  const most = sumAt(END);
  const sorted = [0, ...times.toSorted((a, b) => a - b), END];
  return {
    mean,
    each: sorted.map((t) => [t, sumAt(t) / most]),
    one: [
      [0, 0],
      [mean, 0],
      [END, (times.length * (END - mean)) / most],
    ],
  };
}

/** Where things lie in the picture. */
export const PLACE = {
  width: 262,
  height: 104,
  /** x of a time. */
  axis: (t: number): number => 84 + (t / END) * 172,
  base: 90,
  top: 40,
};
