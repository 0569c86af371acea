import { expect, test } from 'vitest';
import { imageAt, select, slice, type ImageSet } from './image-set';

const set: ImageSet = {
  width: 2,
  height: 1,
  count: 4,
  images: Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7]),
  labels: Uint8Array.from([1, 0, 1, 2]),
  classes: 3,
};

test('slice takes images with their labels and keeps the classes', () => {
  const part = slice(set, 1, 3);
  expect(part).toMatchObject({ width: 2, height: 1, count: 2, classes: 3 });
  expect([...part.labels]).toEqual([0, 1]);
  expect([...imageAt(part, 1)]).toEqual([4, 5]);
});

test('select finds a class, the misread, and the misread of a class', () => {
  const answers = [1, 0, 2, 255];
  expect([...select(set, {})]).toEqual([0, 1, 2, 3]);
  expect([...select(set, { label: 1 })]).toEqual([0, 2]);
  expect([...select(set, { misreadBy: answers })]).toEqual([2, 3]);
  expect([...select(set, { label: 1, misreadBy: answers })]).toEqual([2]);
});
