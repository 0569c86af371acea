import { expect, test } from 'vitest';
import { imageOf, inkOf, type Ink } from './ink';

/** 8 x 8 pixels of paper with a block of ink, 2 x 4, in the middle. */
function drawn(paper: number[], ink: number[]): Ink {
  const data = new Uint8ClampedArray(8 * 8 * 4);
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++)
      data.set(x >= 3 && x < 5 && y >= 2 && y < 6 ? ink : paper, 4 * (y * 8 + x));
  return { width: 8, height: 8, data };
}

const whole = inkOf(drawn([0, 0, 0, 0], [0, 0, 0, 255]));

test.each([
  ['black on white', [255, 255, 255, 255], [0, 0, 0, 255]],
  ['white on black', [0, 0, 0, 255], [255, 255, 255, 255]],
  ['white on nothing', [0, 0, 0, 0], [255, 255, 255, 255]],
  ['black on paper that is not all white', [250, 250, 250, 255], [0, 0, 0, 255]],
])('%s is the same ink', (_, paper, ink) => {
  expect(inkOf(drawn(paper, ink))).toEqual(whole);
  expect(whole.filter((byte) => byte === 255)).toHaveLength(8);
  expect(whole.filter((byte) => byte === 0)).toHaveLength(56);
});

test('specks of paper are no ink, grey ink is grey', () => {
  const grey = inkOf(drawn([255, 255, 255, 255], [128, 128, 128, 255]));
  expect(grey[3 * 8 + 3]).toBe(127);
  const speck = drawn([255, 255, 255, 255], [240, 240, 240, 255]);
  expect(inkOf(speck).every((byte) => byte === 0)).toBe(true);
});

test('a drawing is scaled and centred, bytes of the right size are as they are, others are refused', () => {
  const picture = imageOf(drawn([255, 255, 255, 255], [0, 0, 0, 255]), { width: 28, height: 28 });
  expect(picture.filter((byte) => byte === 255)).toHaveLength(10 * 20);
  expect(picture[14 * 28 + 14]).toBe(255);
  const bytes = Uint8Array.of(1, 2, 3, 4);
  expect(imageOf(bytes, { width: 2, height: 2 })).toEqual(bytes);
  expect(() => imageOf(bytes, { width: 3, height: 2 })).toThrow(
    'The image has 4 bytes, but the network takes 3 x 2 pixels, a byte each.',
  );
  expect(() => inkOf({ width: 2, height: 2, data: bytes })).toThrow('4 bytes are not 2 x 2 pixels');
});
