/** What lesson 2 says of test image 1 (`figures.test.ts` computes it again). Times are dimensionless, as shown. */
export const figures = {
  image: 1,
  /** Output that fires first, and when. */
  winner: 7,
  decision: 0.762,
  /** The next one. */
  second: 3,
  secondTime: 0.963,
  lead: 0.201,
  /** The one after it, which 3 would lead by that much were 7 mute. */
  third: 1,
  thirdTime: 1.015,
  muteLead: 0.052,
  /** All ten outputs fire, this one last. */
  last: 6,
  lastTime: 3.258,
  /** The pixels' spikes, and those before the decision. */
  inputSpikes: 105,
  inputBefore: 91,
  /** The hidden layer's, and those before the decision. */
  hiddenSpikes: 44,
  hiddenBefore: 22,
} as const;
