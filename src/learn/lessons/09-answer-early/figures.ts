/** What lesson 9 says of the shipped 784-128-10 on MNIST's 10,000 test images, answers forced; figures.test.ts computes it again. */
export const figures = {
  /** Share right if all answers are forced at a time, and share that has an output spike by then, [0, 1]. */
  at: [
    { time: 0.4, right: 0.636, spiked: 0 },
    { time: 0.5, right: 0.802, spiked: 0.001 },
    { time: 0.6, right: 0.909, spiked: 0.073 },
  ],
  /** The share to reach, and the earliest time that does, to two decimals; so many have an output spike by then. */
  goal: { right: 0.9, time: 0.59, spiked: 0.056 },
  /** Later there is hardly anything to gain. */
  patient: { time: 0.9, right: 0.983, spiked: 0.897 },
  /** Share right of those who wait for the first output spike, and the mean time of it. */
  waiting: { right: 0.9879, time: 0.754 },
  /** The first image: when it is answered; and what it would answer at 0.4, at which share of the threshold. */
  first: { answer: 7, time: 0.762, early: { time: 0.4, answer: 7, share: 0.07 } },
} as const;
