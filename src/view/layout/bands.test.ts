import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AXIS_HEIGHT, layoutBands, leastHeight } from './bands';

describe('layoutBands', () => {
  it('stacks all layers without a gap inside the height, for every network there is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1024 }), { maxLength: 3 }),
        fc.integer({ min: 2, max: 64 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: -1, max: 4 }),
        (hidden, classes, spare, focus) => {
          const sizes = [784, ...hidden, classes];
          const height = leastHeight(sizes) + spare;
          const bands = layoutBands(
            height,
            sizes,
            focus < 0 ? null : Math.min(focus, hidden.length + 1),
          );
          let top = 0;
          for (const band of bands) {
            expect(band.top).toBe(top);
            expect(band.height).toBeGreaterThanOrEqual(20);
            top += band.height;
          }
          expect(top).toBeLessThanOrEqual(height - AXIS_HEIGHT + 1);
        },
      ),
      { seed: 4 },
    );
  });

  it('many classes take no more room than 22', () => {
    const least = (classes: number) => leastHeight([784, 128, classes]);
    expect(least(20)).toBe(least(22) - 12);
    expect([26, 47, 64].map(least)).toEqual([22, 22, 22].map(least));
  });

  it('draws the layer in focus large', () => {
    const sizes = [784, 400, 400, 10];
    const even = layoutBands(600, sizes, null);
    const focused = layoutBands(600, sizes, 2);
    expect(focused[2]!.height).toBeGreaterThan(even[2]!.height * 1.3);
    expect(focused[1]!.height).toBeLessThan(even[1]!.height);
    expect(focused[3]!.height).toBe(even[3]!.height);
  });
});
