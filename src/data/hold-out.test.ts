import { expect, test } from 'vitest';
import { holdOut } from './hold-out';
import type { ImageSet } from './image-set';

/** Images of 1 x 2 pixels that say their own index. */
function setOf(labels: number[], classes = Math.max(...labels) + 1): ImageSet {
  const images = Uint8Array.from(labels.flatMap((_, i) => [i >> 8, i & 255]));
  const count = labels.length;
  return { width: 2, height: 1, count, images, labels: Uint8Array.from(labels), classes };
}

const indicesIn = ({ images, count }: ImageSet) =>
  Array.from({ length: count }, (_, n) => images[2 * n]! * 256 + images[2 * n + 1]!);

const sizesIn = ({ labels, classes }: ImageSet) =>
  Array.from({ length: classes }, (_, c) => labels.filter((label) => label === c).length);

test('of sorted data every class gives its share, and is trained', () => {
  const sorted = setOf([0, 1, 2, 3, 4, 5].flatMap((c) => Array.from({ length: 100 }, () => c)));
  const { train, held } = holdOut(sorted, 100);
  expect(sizesIn(held)).toEqual([17, 17, 17, 17, 16, 16]);
  expect(sizesIn(train).every((size) => size >= 83)).toBe(true);
  expect([train.count, held.count]).toEqual([500, 100]);
  // Each image is in one of the two, in the file's order, with its own label.
  expect([...indicesIn(train), ...indicesIn(held)].toSorted((a, b) => a - b)).toEqual([
    ...sorted.labels.keys(),
  ]);
  for (const part of [train, held]) {
    const indices = indicesIn(part);
    expect(indices).toEqual(indices.toSorted((a, b) => a - b));
    expect([...part.labels]).toEqual(indices.map((i) => sorted.labels[i]));
  }
  // Chosen all over each class, not from its end.
  const places = indicesIn(held).map((i) => i % 100);
  const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
  expect(mean).toBeGreaterThan(40);
  expect(mean).toBeLessThan(60);
});

test('always chooses the same images: links and runs name them', () => {
  const { held } = holdOut(setOf(Array.from({ length: 40 }, (_, i) => i % 2)), 6);
  expect(indicesIn(held)).toEqual([6, 9, 17, 24, 32, 37]);
});

test('a class keeps an image as long as another can give one', () => {
  const rare = setOf([0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
  for (const count of [1, 2, 5, 7]) {
    const { train, held } = holdOut(rare, count);
    expect(sizesIn(held)).toEqual([count, 0, 0]);
    expect(sizesIn(train)).toEqual([8 - count, 1, 1]);
  }
  expect(sizesIn(holdOut(rare, 9).train).reduce((a, b) => a + b)).toBe(1);
  expect(holdOut(rare, 0).train.count).toBe(10);
});

test('classes without images, and two images alone', () => {
  expect(sizesIn(holdOut(setOf([0, 0, 0, 3, 3, 3]), 2).held)).toEqual([1, 0, 0, 1]);
  expect(holdOut(setOf([0, 1]), 1).held.count).toBe(1);
});
