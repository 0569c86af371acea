/** What lesson 8 says of MNIST's 10,000 test images and of its drawing (`figures.test.ts` computes it again). */

/** A pen's way over the pad, of which (0, 0) is the upper left corner and (1, 1) the lower right. */
type Way = readonly (readonly [x: number, y: number])[];

export const figures = {
  open: 4,
  closed: 9,
  images: 10_000,
  /** Correlation of the pixels that spike with the time of the decision. */
  correlation: -0.79,
  /** The quarter with the fewest spiking pixels, and that with the most: mean time of the decision. */
  fewest: 0.876,
  most: 0.64,
} as const;

/** A 4 that is open at its top, as "show me" draws it. */
export const OPEN: readonly Way[] = [
  [
    [0.36, 0.2],
    [0.34, 0.5],
    [0.66, 0.5],
  ],
  [
    [0.66, 0.2],
    [0.66, 0.82],
  ],
];

/** What closes it. */
export const TOP: Way = [
  [0.36, 0.2],
  [0.66, 0.2],
];
