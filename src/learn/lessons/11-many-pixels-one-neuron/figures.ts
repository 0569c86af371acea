/** What lesson 11 says of the shipped 49-128-10 on test image 1, and of such networks trained on the page; the tests beside compute it again. */
export const figures = {
  model: '49-128-10',
  inputs: 49,
  /** Pixels along a patch's side. */
  kernel: 4,
  pixels: 16,
  weights: 7_552,
  /** Of the network without packing, 784-128-10. */
  weightsUnpacked: 101_632,
  accuracy: 0.959,
  answer: 7,
  hidden: 88,
  hiddenTime: 1.234,
  /** The largest cause of hidden 88: its place (columns, then rows, from 0), its lit pixels, their mean time, and m. */
  patch: { x: 4, y: 2, neuron: 18, spikes: 13, mean: 0.424, multiplicity: 1.63, adds: 0.33 },
  codes: { whole: 'latency', first: 'latency-first', mean: 'latency-mean' },
  /** Test accuracy after three epochs with each, seed 1. */
  trained: { whole: 0.948, first: 0.8789 },
  /** What a run has to reach to count as one: some engines round otherwise. */
  goal: { whole: 0.93, first: 0.85 },
  epochs: 3,
  steps: 2_814,
} as const;
