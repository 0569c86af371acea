/** What lesson 0 says of the shipped 5-6-3 on yin-yang; figures.test.ts computes it again. */
export const figures = {
  model: 'yin-yang-5-6-3',
  weights: 48,
  hidden: 6,
  /** Of the 1,000 test points that the page makes, [0, 1]. */
  accuracy: 0.982,
  /** The first test point: it is in the right island. */
  start: { label: 2, answer: 2, time: 0.796, lead: 0.062, ahead: 0 },
  /** Where "show me" puts the point: above the islands; and on the line between both halves, where the lead is below `close`. */
  above: { x: 0.75, y: 0.9, answer: 1 },
  line: { x: 0.5, y: 0.49 },
  close: 0.01,
  /** Accuracy on the same points without one hidden neuron. */
  without: [0.638, 0.709, 0.841, 0.339, 0.731, 0.69],
  /** Without it the left island is gone. */
  leftIsland: 1,
  /** Without it the upper half is taken for a dot, without the other the lower half. */
  upperHalf: 5,
  lowerHalf: 0,
} as const;
