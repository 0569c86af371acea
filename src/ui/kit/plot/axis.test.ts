import { describe, expect, it } from 'vitest';
import { exactAxis, extent, logAxis, logTicks, roundAxis, shareAxis, valueAxis } from './axis';
import { marginsOf, valueAt } from './margins';
import type { Series } from './series';

const words = { format: String };

const line = (ys: number[]): Series => ({
  key: '',
  label: '',
  color: '',
  points: ys.map((y, x) => ({ x, y })),
});

describe('the axes of a plot', () => {
  it('cover the finite values, and some way around a single one', () => {
    expect(extent([3, NaN, 1, Infinity])).toEqual([1, 3]);
    expect(extent([2])).toEqual([1.8, 2.2]);
    expect(extent([0, 0])).toEqual([0, 1]);
    expect(extent([])).toEqual([0, 1]);
  });

  it('go from value to value, or from round number to round number', () => {
    expect(exactAxis([0, 1.3], words)).toMatchObject({ low: 0, high: 1.3 });
    expect(exactAxis([0, 1.3], words).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2]);
    const round = roundAxis([0.13, 0.87], words);
    expect([round.low, round.high]).toEqual([0, 1]);
    expect(round.ticks[0]).toBe(0);
    expect(round.ticks.at(-1)).toBe(1);
  });

  it('end at the whole where values are shares, also around a single one', () => {
    const one = shareAxis([line([0.95])], 'test accuracy, %');
    expect(one.high).toBe(1);
    expect(one.low).toBeLessThan(0.95);
    expect(one.ticks.map(one.format).at(-1)).toBe('100');
    expect(valueAxis([line([0.95, 1.32])], 'loss').high).toBeGreaterThan(1.3);
  });

  it('have 1, 2 and 5 times powers of ten where ratios are shown, fewer over many of them', () => {
    expect(logTicks([400, 3000])).toEqual([500, 1000, 2000]);
    expect(logTicks([1, 10_000])).toEqual([1, 10, 100, 1000, 10_000]);
    const { low, high, log } = logAxis([500, 2000], words);
    expect(log).toBe(true);
    expect(low).toBeLessThan(500);
    expect(high).toBeGreaterThan(2000);
  });

  it('tell the value under the pointer', () => {
    const [x, y] = [exactAxis([0, 2], words), exactAxis([0, 1], words)];
    const margins = marginsOf(x, y);
    expect(valueAt(x, margins, 300, margins.left)).toBe(0);
    expect(valueAt(x, margins, 300, 300 - margins.right)).toBe(2);
    expect(valueAt(x, margins, 300, (300 + margins.left - margins.right) / 2)).toBe(1);
  });
});
