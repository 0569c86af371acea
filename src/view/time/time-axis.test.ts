import { describe, expect, it } from 'vitest';
import {
  axisTicks,
  clampWindow,
  panBy,
  SHORTEST,
  steadyEnd,
  tickLabel,
  toTime,
  toX,
  zoomAt,
} from './time-axis';

const scale = { start: 0.5, end: 2.5, left: 20, width: 400 };

describe('the time scale', () => {
  it('goes there and back', () => {
    expect(toX(scale, 0.5)).toBe(20);
    expect(toX(scale, 2.5)).toBe(420);
    for (const t of [0.5, 0.842, 1.7, 2.5]) expect(toTime(scale, toX(scale, t))).toBeCloseTo(t, 12);
  });

  it('labels round times with as many decimals as they need', () => {
    const ticks = axisTicks(scale, 100);
    expect(ticks.map((t) => tickLabel(t, ticks))).toEqual(['0.5', '1.0', '1.5', '2.0', '2.5']);
    const near = axisTicks({ start: 0.8, end: 0.84, left: 0, width: 400 }, 100);
    expect(near.map((t) => tickLabel(t, near))).toEqual(['0.80', '0.81', '0.82', '0.83', '0.84']);
  });
});

describe('zooming and panning', () => {
  it('keeps the anchor where it is', () => {
    const window = zoomAt({ start: 0, end: 3 }, 1, 2, 3)!;
    expect(window.end - window.start).toBeCloseTo(1.5, 12);
    expect((1 - window.start) / (window.end - window.start)).toBeCloseTo(1 / 3, 12);
  });

  it('never leaves the axis, and says null for all of it', () => {
    expect(clampWindow({ start: -1, end: 1 }, 3)).toEqual({ start: 0, end: 2 });
    expect(panBy({ start: 1, end: 2 }, 5, 3)).toEqual({ start: 2, end: 3 });
    expect(zoomAt({ start: 1, end: 2 }, 1.5, 0.01, 3)).toBeNull();
  });

  it('stops at the shortest stretch', () => {
    const window = zoomAt({ start: 1, end: 1.03 }, 1.01, 100, 3)!;
    expect(window.end - window.start).toBeCloseTo(SHORTEST, 12);
  });
});

describe('steadyEnd', () => {
  it('grows at once, shrinks by a good step only', () => {
    expect(steadyEnd(null, 1.6)).toBe(1.6);
    expect(steadyEnd(1.6, 1.8)).toBe(1.8);
    expect(steadyEnd(1.8, 1.6)).toBe(1.8);
    expect(steadyEnd(3, 1.6)).toBe(1.6);
  });
});
