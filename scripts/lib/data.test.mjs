import { expect, test } from 'vitest';
import { isIdx } from './data.mjs';

const labels = (count, ...bytes) => Buffer.from([0, 0, 8, 1, 0, 0, 0, count, ...bytes]);
const images = (...bytes) =>
  Buffer.from([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, ...bytes]);

test('whole IDX files of one and three dimensions', () => {
  expect(isIdx(labels(3, 7, 2, 1))).toBe(true);
  expect(isIdx(images(1, 2, 3, 4))).toBe(true);
});

test('a wrong magic, a cut file and one byte too many are no IDX files', () => {
  expect(isIdx(Buffer.from([0, 0, 9, 1, 0, 0, 0, 1, 5]))).toBe(false);
  expect(isIdx(labels(3, 7, 2))).toBe(false);
  expect(isIdx(images(1, 2, 3, 4, 5))).toBe(false);
  expect(isIdx(Buffer.from([0, 0, 8, 3, 0, 0]))).toBe(false);
  expect(isIdx(Buffer.alloc(0))).toBe(false);
});
