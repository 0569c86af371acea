import { describe, expect, it } from 'vitest';
import { nearestRow, pathOf } from './chart';

const scales = { x: (v: number) => v * 10, y: (v: number) => 100 - v };

describe('the chart', () => {
  it('draws a line through the rows that have it', () => {
    const rows = [
      { x: 0, a: 1 },
      { x: 1, b: 7 },
      { x: 2, a: 3.25 },
    ];
    expect(pathOf(rows, 'a', scales)).toBe('M0.0 99.0L20.0 96.8');
    expect(pathOf(rows, 'c', scales)).toBe('');
  });

  it('finds the row nearest to the pointer', () => {
    const rows = [{ x: 0 }, { x: 1 }, { x: 3 }];
    expect(nearestRow(rows, -5)).toBe(rows[0]);
    expect(nearestRow(rows, 0.6)).toBe(rows[1]);
    expect(nearestRow(rows, 1.9)).toBe(rows[1]);
    expect(nearestRow(rows, 9)).toBe(rows[2]);
    expect(nearestRow([], 1)).toBeUndefined();
  });
});
