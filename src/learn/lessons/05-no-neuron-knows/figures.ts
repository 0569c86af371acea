/** What lesson 5 says of test image 1 (`figures.test.ts` computes it again). Times are dimensionless, as shown. */
export const figures = {
  image: 1,
  winner: 7,
  decision: 0.762,
  /** Hidden neurons that fire; none of them alone changes the answer. */
  hiddenSpikes: 44,
  /** Nor do any two of them. */
  pairs: 946,
  /** When 7 fires with these silent, one more each time: always the cause that had the largest share by then. */
  silenced: [99, 93, 87, 120, 86, 3, 24, 79],
  times: [0.802, 0.851, 0.905, 0.948, 0.988, 1.035, 1.088, 1.146],
  /** With the last of them the answer is another, then. */
  other: 2,
  otherTime: 1.104,
  /** By how little 7 still led before the last. */
  leadBefore: 0.004,
  /** How far 7 has moved in all: by the gradient, and really. */
  predicted: 0.212,
  real: 0.384,
  /** Spikes that became causes of 7 meanwhile, and those that are none any more. */
  joined: 13,
  left: 8,
  /** How steeply its potential rises as it fires: at first, and with what is left of those causes. */
  slope: 3.2,
  slopeLeft: 1.34,
  /** When it would fire had no others joined: those that did have helped. */
  withoutJoined: 1.269,
} as const;
