import { expect, test } from 'vitest';
import { createRandom } from '../model/random';
import { contentHash } from './content-hash';

const bytes = (count: number, seed = 1) => {
  const random = createRandom(seed);
  return Uint8Array.from({ length: count }, () => random.below(256));
};

test('is the same everywhere: links carry it', () => {
  expect(contentHash(bytes(1000))).toBe(contentHash(bytes(1000)));
  expect(contentHash(bytes(1000))).toMatch(/^[0-9a-z]{8}$/);
  // Wherever the bytes lie in their buffer.
  const shifted = new Uint8Array(1003);
  shifted.set(bytes(1000), 3);
  expect(contentHash(shifted.subarray(3))).toBe(contentHash(bytes(1000)));
});

test('sees a single bit, wherever it is, where parts begin, and how long they are', () => {
  const found = new Set<string>();
  for (let bit = 0; bit < 203 * 8; bit++) {
    const changed = bytes(203);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    found.add(contentHash(changed));
  }
  expect(found.size).toBe(203 * 8);
  const zeros = Array.from({ length: 50 }, (_, n) => contentHash(new Uint8Array(n)));
  expect(new Set(zeros).size).toBe(50);
  const all = bytes(100);
  expect(contentHash(all.subarray(0, 40), all.subarray(40))).not.toBe(contentHash(all));
});

test('spreads over its whole range: 4,000 sets that differ a little have 4,000 names', () => {
  const found = new Set<string>();
  for (let n = 0; n < 4000; n++)
    found.add(contentHash(Uint8Array.of(n & 255, n >> 8, 0, 0), new Uint8Array(9)));
  expect(found.size).toBe(4000);
});
