/** What lesson 0 says of the shipped 5-6-3 on yin-yang; recomputed by figures.test.ts. */
export const FIGURES = {
  model: 'yin-yang-5-6-3',
  weights: 48,
  hidden: 6,
  /** Of the 1,000 test points that the page makes, [0, 1]. */
  accuracy: 0.982,
  /** The point the lesson begins with, the first test point: in the right island. */
  start: { label: 2, answer: 2, time: 0.796, lead: 0.062, ahead: 0 },
  /** Places the text speaks of: just outside the islands, and on the line between both halves. */
  above: { x: 0.25, y: 0.75, answer: 1 },
  below: { x: 0.75, y: 0.25, answer: 0 },
  /** A lead below this is taken as "on the line". */
  close: 0.02,
  /** Accuracy on the same points without one hidden neuron. */
  without: [0.638, 0.709, 0.841, 0.339, 0.731, 0.69],
  /** The neuron without which the left island is gone, and the one without which the upper half turns into "dot". */
  leftIsland: 1,
  upperHalf: 5,
} as const;
