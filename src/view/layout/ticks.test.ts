import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundRange, ticks } from './ticks';

/** Any number, and round ones, which lie on ticks. */
const bound = fc.oneof(
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.integer({ min: -60, max: 60 }).map((n) => n / 20),
  fc.integer({ min: -5000, max: 5000 }),
);
const range = fc
  .tuple(bound, bound)
  .filter(([a, b]) => Math.abs(a - b) > 1e-6)
  .map((both) => both.toSorted((a, b) => a - b) as [number, number]);

it("labels where d3-scale's linear scale does", () => {
  fc.assert(
    fc.property(range, fc.integer({ min: 2, max: 30 }), ([low, high], count) => {
      const wanted = scaleLinear([low, high], [0, 1]).ticks(count);
      // 0 is 0, whichever sign.
      expect(ticks(low, high, count).map((t) => t + 0)).toEqual(wanted.map((t) => t + 0));
    }),
    { numRuns: 1000 },
  );
  expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

it("widens a range as d3-scale's linear scale does", () => {
  fc.assert(
    fc.property(range, fc.integer({ min: 2, max: 10 }), ([low, high], count) => {
      const wanted = scaleLinear([low, high], [0, 1]).nice(count).domain();
      expect(roundRange(low, high, count).map((t) => t + 0)).toEqual(wanted.map((t) => t + 0));
    }),
    { numRuns: 1000 },
  );
  expect(roundRange(0.03, 0.97, 5)).toEqual([0, 1]);
});
