/** What lesson 1 says of test image 1, a 7 (`figures.test.ts` counts again). */
export const figures = {
  image: 1,
  label: 7,
  /** Pixels with any ink. */
  inked: 116,
  /** Those above the cut: they spike. */
  spiking: 105,
  /** Those of the ink too faint to spike. */
  faint: 11,
  /** Silent pixels, and how many of them are blank paper. */
  silent: 679,
  paper: 668,
  /** Ink, from 0 paper to 1, up to which a pixel stays silent. */
  cut: 0.1,
  /** Before this a spike is early: that many are. */
  early: 0.1,
  earlySpikes: 39,
  /** Neither early nor late: that many. */
  middle: [0.4, 0.6],
  middleSpikes: 12,
  /** A pixel of each kind, to point at: input neuron (y * 28 + x), and what it does. */
  earlyPixel: { neuron: 232, x: 8, y: 8, time: 0.004 },
  middlePixel: { neuron: 436, x: 16, y: 15, time: 0.478 },
  faintPixel: { neuron: 298, x: 18, y: 10, intensity: 0.08 },
  /** The question: a pixel with so much ink spikes then. */
  asked: 0.3,
  answer: 0.7,
} as const;
