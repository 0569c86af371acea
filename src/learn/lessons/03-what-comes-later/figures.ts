/** What lesson 3 says of test image 1 (`figures.test.ts` computes it again). Times are dimensionless, as shown. */
export const figures = {
  image: 1,
  winner: 7,
  decision: 0.762,
  lead: 0.201,
  second: 3,
  secondTime: 0.963,
  /** Hidden neurons that fire, and those of them that fire after the decision. */
  hiddenSpikes: 44,
  late: 22,
  /** The first and the last of those. */
  firstLate: { neuron: 91, time: 0.79 },
  lastLate: { neuron: 51, time: 2.173 },
  /** One of them, proposed to be silenced, and what that moves: this output, most of all that fire in both. */
  proposed: { neuron: 13, time: 1.154 },
  moved: { output: 6, before: 3.258, after: 3.643 },
  /** One that fires before the decision, and when 7 fires without it. */
  early: { neuron: 99, time: 0.219, decision: 0.802 },
  /** With all late ones silent: 7 where it was, 3 later. */
  allSecondTime: 0.981,
  allLead: 0.218,
} as const;
