import { expect, test } from 'vitest';
import { transposed } from './transpose';

test('rows become columns, image by image; turned twice it is as it was', () => {
  const images = {
    width: 3,
    height: 2,
    count: 2,
    images: Uint8Array.from({ length: 12 }, (_, i) => i),
  };
  const turned = transposed(images);
  expect(turned).toMatchObject({ width: 2, height: 3, count: 2 });
  expect([...turned.images]).toEqual([0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);
  expect(transposed(turned)).toEqual(images);
});
