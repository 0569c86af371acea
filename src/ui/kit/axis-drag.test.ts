import { describe, expect, it } from 'vitest';
import { directionOf } from './axis-drag';

describe('where a pointer is going', () => {
  it.each([
    ['touch', 9, 0, null],
    ['touch', 12, 5, 'across'],
    ['touch', 5, 12, 'down'],
    ['pen', 3, -20, 'down'],
    ['mouse', 3, 0, null],
    // A mouse scrolls by its wheel, so every drag of it moves the time.
    ['mouse', 1, 12, 'across'],
  ] as const)('%s by %d, %d', (pointerType, dx, dy, way) => {
    expect(directionOf({ pointerType }, dx, dy)).toBe(way);
  });
});
