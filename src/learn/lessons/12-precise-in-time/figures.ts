/** What lesson 12 says of the shipped 784-128-10 on imprecise hardware, all 10,000 test images; the tests beside compute it again. */
export const figures = {
  precise: 0.9879,
  /** Test accuracy by bits a weight. */
  bits: { 6: 0.9878, 4: 0.938, 3: 0.3527 },
  coarsest: 3,
  /** Steps from 0 to the largest weight: 2^(bits - 1) - 1. */
  steps: { 6: 31, 4: 7, 3: 3 },
  /** Mean over the page's three seeds, by sigma. */
  jitter: { 0.02: 0.9837, 0.1: 0.8724 },
  little: 0.02,
  worst: 0.1,
  seeds: 3,
  meanLead: 0.149,
  /** Test image 1: who answers, who comes second, and how much later. */
  first: { answer: 7, second: 3, lead: 0.201 },
} as const;
