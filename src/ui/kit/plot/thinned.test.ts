import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../model/random';
import type { PlotPoint } from './series';
import { mostPoints, thinned } from './thinned';

function noise(count: number): PlotPoint[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, x) => ({ x, y: random.uniform() }));
}

describe('a line of a plot', () => {
  it('has a point a pixel, and at most 300', () => {
    expect(mostPoints(252.6)).toBe(252);
    expect(mostPoints(1400)).toBe(300);
    expect(mostPoints(0)).toBe(4);
  });

  it('keeps few points as they are', () => {
    const points = noise(300);
    expect(thinned(points, 300)).toBe(points);
  });

  it('keeps the first and the last point, and the order', () => {
    for (const count of [301, 599, 2000, 10_007]) {
      const points = noise(count);
      const kept = thinned(points, 300);
      expect(kept.length).toBeLessThanOrEqual(300);
      expect(kept[0]).toBe(points[0]);
      expect(kept.at(-1)).toBe(points.at(-1));
      const places = kept.map(({ x }) => x);
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    }
  });

  it('keeps the lowest and the highest point of every stretch', () => {
    const points = noise(2 + 149 * 10);
    const kept = new Set(thinned(points, 300));
    for (let from = 1; from < points.length - 1; from += 10) {
      const stretch = points.slice(from, from + 10).toSorted((a, b) => a.y - b.y);
      expect(kept).toContain(stretch[0]);
      expect(kept).toContain(stretch[9]);
    }
  });

  it('keeps a single peak of thousands of points', () => {
    const points: PlotPoint[] = Array.from({ length: 5000 }, (_, x) => ({ x, y: 0.5 }));
    points[1234] = { x: 1234, y: 0.9 };
    points[4321] = { x: 4321, y: 0.1 };
    const kept = thinned(points, 260);
    expect(kept).toContain(points[1234]);
    expect(kept).toContain(points[4321]);
  });
});
