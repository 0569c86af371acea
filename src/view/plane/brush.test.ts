import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brushed, SPACING } from './brush';

const place = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('a brush lays points at its spacing along a straight way, up to where it is', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const way = [from, ...brushed(from, to)];
      for (const [i, point] of way.entries()) {
        if (i > 0) {
          const apart = Math.hypot(point.x - way[i - 1]!.x, point.y - way[i - 1]!.y);
          expect(apart).toBeCloseTo(SPACING, 9);
        }
      }
      const last = way.at(-1)!;
      expect(Math.hypot(to.x - last.x, to.y - last.y)).toBeLessThan(SPACING + 1e-9);
    }),
  );
});
