import { expect, test } from 'vitest';
import { float32AtMost } from './float32-at-most';

test('a float32 that never passes its argument, and is next to it', () => {
  for (const x of [0.1, 0.3, 0.5, 0.6, 0.9, 3, 99.99, 400]) {
    const below = float32AtMost(x);
    expect(below).toBeLessThanOrEqual(x);
    expect(x - below).toBeLessThan(x * 1.3e-7);
    expect(Math.fround(below)).toBe(below);
  }
});
