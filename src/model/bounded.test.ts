import { expect, test } from 'vitest';
import { isBounded, MOST_DEPTH, MOST_SIZE } from './bounded';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
};

test('plain values are within the bounds', () => {
  for (const value of [undefined, null, 1, 'text', [], {}, { a: [1, { b: 2 }] }]) {
    expect(isBounded(value)).toBe(true);
  }
});

test('depth is bounded', () => {
  expect(isBounded(nested(MOST_DEPTH))).toBe(true);
  expect(isBounded(nested(MOST_DEPTH + 1))).toBe(false);
  expect(isBounded(nested(100_000))).toBe(false);
});

test('size is bounded: values, texts and keys', () => {
  expect(isBounded('x'.repeat(MOST_SIZE - 1))).toBe(true);
  expect(isBounded('x'.repeat(MOST_SIZE))).toBe(false);
  expect(isBounded({ ['x'.repeat(MOST_SIZE)]: 1 })).toBe(false);
  expect(isBounded(Array.from({ length: MOST_SIZE }, () => 0))).toBe(false);
  expect(isBounded(['x'.repeat(MOST_SIZE / 2), 'x'.repeat(MOST_SIZE / 2)])).toBe(false);
});

test('what holds itself is no matter', () => {
  const circle: unknown[] = [];
  circle.push(circle, circle, circle);
  expect(isBounded(circle)).toBe(false);
});
