import { describe, expect, it } from 'vitest';
import { nearest, placeAfter, placesOf } from './reading';

const series = (xs: number[]) => ({
  key: '',
  label: '',
  color: '',
  points: xs.map((x) => ({ x, y: 0 })),
});

describe('reading a plot', () => {
  const places = placesOf([series([0, 1, 3]), series([1, 2])]);

  it('has a place for every value of x, once', () => {
    expect(places).toEqual([0, 1, 2, 3]);
  });

  it('finds the place nearest to the pointer', () => {
    const some = [0, 1, 3];
    expect(nearest(some, -5)).toBe(0);
    expect(nearest(some, 0.6)).toBe(1);
    expect(nearest(some, 1.9)).toBe(1);
    expect(nearest(some, 9)).toBe(2);
    expect(nearest([], 1)).toBe(-1);
  });

  it('goes by arrow keys from the newest place on, and stops at both ends', () => {
    expect(placeAfter('ArrowLeft', places, undefined)).toEqual({ at: 3 });
    expect(placeAfter('ArrowLeft', places, 3)).toEqual({ at: 2 });
    expect(placeAfter('ArrowLeft', places, 0)).toEqual({ at: 0 });
    expect(placeAfter('ArrowRight', places, 2)).toEqual({ at: 3 });
    expect(placeAfter('ArrowRight', places, 3)).toEqual({ at: 3 });
    // The place may be gone since.
    expect(placeAfter('ArrowRight', places, 0.9)).toEqual({ at: 2 });
  });

  it('leaves other keys alone, and gives the place up at Escape', () => {
    expect(placeAfter('Escape', places, 2)).toEqual({ at: undefined });
    expect(placeAfter('Escape', places, undefined)).toBeNull();
    expect(placeAfter('a', places, 2)).toBeNull();
  });
});
