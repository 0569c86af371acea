/** What lesson 6 says of test image 161, a misread 4 (`figures.test.ts` computes it again). Times are dimensionless, as shown. */
export const figures = {
  image: 161,
  label: 4,
  /** What it is read as, and when. */
  misreadAs: 6,
  decision: 0.819,
  /** When the right output fires, and how much too late. */
  rightTime: 0.822,
  lead: 0.003,
  /** Hidden neurons that fire, and those of which one alone, silenced, makes the answer right. */
  hiddenSpikes: 38,
  cures: [55, 109, 91, 118, 23, 83, 89],
  /** The best of them: what it adds to each output when that fires, and what is answered without it. */
  best: { neuron: 109, time: 0.475, toWrong: 0.119, toRight: -0.08, decision: 0.788, lead: 0.09 },
  /** The largest cause of the wrong answer, which helps the right one nearly as much. */
  top: { neuron: 66, toWrong: 0.168, toRight: 0.134 },
  /** Of the test images with a lead below `close` so many are misread. */
  images: 10_000,
  close: 0.01,
  closeImages: 70,
  closeMisread: 34,
} as const;
