import { expect, test } from 'vitest';
import { imageOf } from './ink';

/** 8 x 8 pixels of white paper with a black block, 2 x 4, in the middle. */
const data = new Uint8ClampedArray(8 * 8 * 4).fill(255);
for (let y = 2; y < 6; y++) for (let x = 3; x < 5; x++) data.set([0, 0, 0], 4 * (y * 8 + x));

test('a drawing is scaled and centred, bytes of the right size are as they are, others are refused', () => {
  const picture = imageOf({ width: 8, height: 8, data }, { width: 28, height: 28 });
  expect(picture.filter((byte) => byte === 255)).toHaveLength(10 * 20);
  expect(picture[14 * 28 + 14]).toBe(255);
  const bytes = Uint8Array.of(1, 2, 3, 4);
  expect(imageOf(bytes, { width: 2, height: 2 })).toEqual(bytes);
  expect(() => imageOf(bytes, { width: 3, height: 2 })).toThrow(
    'The image has 4 bytes, but the network takes 3 x 2 pixels, a byte each.',
  );
});
