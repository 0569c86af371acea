/** The patch of the picture: its pixels, the times of its spikes by the model's own encoder's rule, and how they add up. */

/** [16] ink of 4 x 4 pixels, row by row: a stroke that enters at the lower left. */
export const INK = [0, 0, 0.35, 0.8, 0, 0.3, 0.9, 0.95, 0.25, 0.85, 1, 0.45, 0.7, 0.9, 0.4, 0];

const CUT = 0.1;

/** Spike times of the pixels with ink, 1 − x, ascending; one that another has too stands once. */
const times = INK.filter((x) => x > CUT).map((x) => Math.round((1 - x) * 100) / 100);
export const TRAIN = [...new Set(times)].toSorted((a, b) => a - b);

/** The mean of all spike times. */
export const averageDelay = times.reduce((sum, t) => sum + t, 0) / times.length;

const END = 1.25;

/** What the spikes add up to at t, as a share of what it is at the end of the picture. */
const sumAt = (t: number): number => times.reduce((sum, s) => sum + Math.max(0, t - s), 0);
const most = sumAt(END);

/** Points (t, height in [0, 1]): a ramp a spike, and the one ramp that stands for them. They meet at the last spike. */
export const RAMP = {
  each: [0, ...TRAIN, END].map((t): [number, number] => [t, sumAt(t) / most]),
  one: [
    [0, 0],
    [averageDelay, 0],
    [END, (times.length * (END - averageDelay)) / most],
  ] as [number, number][],
};

export const PICTURE = {
  width: 262,
  height: 104,
  /** x of a time. */
  axis: (t: number): number => 84 + (t / END) * 172,
  base: 90,
  top: 40,
};
