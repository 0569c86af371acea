import { describe, expect, it } from 'vitest';
import { fitsBeside, placeFlag } from './flag';

describe('placeFlag', () => {
  it('puts the outcome before the line and the rest after it', () => {
    expect(placeFlag(320, 700, 250, 240)).toEqual({ outcome: 'left', rest: 'right' });
  });

  it('puts both where there is room for both', () => {
    expect(placeFlag(100, 700, 250, 240)).toEqual({ outcome: 'right', rest: 'right' });
    expect(placeFlag(600, 700, 250, 240)).toEqual({ outcome: 'left', rest: 'left' });
  });

  it('leaves the rest out on a narrow page', () => {
    expect(placeFlag(120, 300, 170, 240)).toEqual({ outcome: 'left', rest: 'nowhere' });
  });
});

it('has words stand beside the line only where they end on the page', () => {
  expect(fitsBeside(30, 140, 120)).toBe(false);
  expect(fitsBeside(30, 300, 120)).toBe(true);
  expect(fitsBeside(120, 140, 120)).toBe(true);
});
