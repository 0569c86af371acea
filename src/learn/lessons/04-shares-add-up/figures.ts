/** What lesson 4 says of output 7 on test image 1 (`figures.test.ts` computes it again). Times are dimensionless, as shown. */
export const figures = {
  image: 1,
  neuron: 7,
  time: 0.762,
  /** Firing threshold theta, which the shares sum up to. */
  threshold: 1,
  /** Spikes before it: its causes. */
  causes: 22,
  /** The cause with the largest share, its spike, what it adds, and by how much 7 moves with it. */
  top: { neuron: 99, time: 0.219, adds: 0.117, byTime: 0.067 },
  /** The last cause: it comes just before and takes away. */
  last: { neuron: 118, time: 0.751, adds: -0.001 },
  /** Without the top cause: how far 7 moves by the gradient, how far it does, and when it fires. */
  predicted: 0.037,
  real: 0.04,
  without: 0.802,
  /** A spike that has become a cause by then. */
  joined: 91,
  /** The question: all pixels later by this; the answer then. */
  later: 0.1,
  laterTime: 0.862,
} as const;
