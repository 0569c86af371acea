import { describe, expect, it } from 'vitest';
import { axisEnd, ticks } from './axes';

describe('axes', () => {
  it('have at most five round ticks', () => {
    expect(ticks(3)).toEqual([0, 1, 2, 3]);
    expect(ticks(2)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(ticks(100)).toEqual([0, 50, 100]);
    expect(ticks(0.5)).toEqual([0, 0.2, 0.4]);
  });

  it('grow in few jumps up to the plan, and past it when the run does', () => {
    expect(axisEnd(0.03, 3)).toBe(0.1);
    expect(axisEnd(0.4, 3)).toBe(0.5);
    expect(axisEnd(2.4, 3)).toBe(3);
    expect(axisEnd(6, 7)).toBe(7);
    expect(axisEnd(6.5, 3)).toBe(6.5);
  });
});
