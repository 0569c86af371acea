import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { AXIS_HEIGHT } from './bands';
import { leastStrip, stripBands } from './strip';

it('stacks all layers without a gap inside the strip, none too low to be told apart, for every network there is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1024 }), { maxLength: 3 }),
      fc.integer({ min: 2, max: 64 }),
      fc.integer({ min: 0, max: 300 }),
      (hidden, classes, spare) => {
        const sizes = [784, ...hidden, classes];
        const height = leastStrip(sizes) + spare;
        let top = 0;
        for (const band of stripBands(height, sizes)) {
          expect(band.top).toBe(top);
          expect(band.height).toBeGreaterThanOrEqual(22);
          top += band.height;
        }
        expect(top).toBeLessThanOrEqual(height - AXIS_HEIGHT);
      },
    ),
    { seed: 5 },
  );
});

it('shows a shipped network on the strip that a small phone has room for', () => {
  expect(leastStrip([784, 128, 10])).toBeLessThanOrEqual(180);
});
