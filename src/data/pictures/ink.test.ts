import { expect, test } from 'vitest';
import { createRandom } from '../../model/random';
import { HANDWRITINGS } from '../handwriting.test-data';
import { normalise } from '../normalise';
import { drawStrokes } from '../strokes';
import { inkOf } from './ink';
import type { Pixels } from './pixels';

/** 8 x 8 pixels of paper with a block of ink, 2 x 4, in the middle. */
function drawn(paper: number[], ink: number[]): Pixels {
  const data = new Uint8ClampedArray(8 * 8 * 4);
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++)
      data.set(x >= 3 && x < 5 && y >= 2 && y < 6 ? ink : paper, 4 * (y * 8 + x));
  return { width: 8, height: 8, data };
}

const whole = inkOf(drawn([0, 0, 0, 0], [0, 0, 0, 255])).ink;

test.each([
  ['black on white', [255, 255, 255, 255], [0, 0, 0, 255]],
  ['white on black', [0, 0, 0, 255], [255, 255, 255, 255]],
  ['white on nothing', [0, 0, 0, 0], [255, 255, 255, 255]],
  ['black on paper that is not all white', [250, 250, 250, 255], [0, 0, 0, 255]],
])('%s is the same ink', (_, paper, ink) => {
  expect(inkOf(drawn(paper, ink)).ink).toEqual(whole);
  expect(whole.filter((byte) => byte === 255)).toHaveLength(8);
  expect(whole.filter((byte) => byte === 0)).toHaveLength(56);
});

test('specks of paper are no ink, grey ink is grey', () => {
  const grey = inkOf(drawn([255, 255, 255, 255], [128, 128, 128, 255])).ink;
  expect(grey[3 * 8 + 3]).toBe(127);
  const speck = drawn([255, 255, 255, 255], [240, 240, 240, 255]);
  expect(inkOf(speck).ink.every((byte) => byte === 0)).toBe(true);
  expect(() => inkOf({ width: 2, height: 2, data: speck.data })).toThrow(
    '256 bytes are not 2 x 2 pixels',
  );
});

/** A grey picture, opaque. @param level its light, 0 to 255 */
function picture(side: number, level: (x: number, y: number) => number, lossless = false): Pixels {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < side * side; i++) {
    const light = level(i % side, Math.floor(i / side));
    data.set([light, light, light, 255], 4 * i);
  }
  return { width: side, height: side, data, lossless };
}

const SIDE = 280;
/** Drawn on a pad of SIDE pixels. */
const digit = (hand: number, n: number): Uint8Array => {
  const strokes = HANDWRITINGS[hand]![n]!.map((points) => ({
    points: points.map(([x, y]) => ({ x: x / 100, y: y / 100 })),
    width: 0.07,
  }));
  return drawStrokes(strokes, SIDE);
};

test('of a file that keeps every pixel every grey level is kept, white on black and black on white', () => {
  const ink = normalise(digit(0, 3), SIDE, SIDE, 28, 28);
  const dark = picture(28, (x, y) => 255 - ink[y * 28 + x]!, true);
  const light = picture(28, (x, y) => ink[y * 28 + x]!, true);
  expect(inkOf(dark).ink).toEqual(ink);
  expect(inkOf(light).ink).toEqual(ink);
});

/**
 * A photograph: a sheet lit from the left, a shadow with a sharp edge over its lower right, noise, and a pencil that leaves half of the light.
 * @param board whether it is chalk on a board
 */
function photograph(ink: Uint8Array, board = false): Pixels {
  const random = createRandom(7);
  return picture(SIDE, (x, y) => {
    const lamp = 1 - (0.45 * x) / SIDE - (0.1 * y) / SIDE;
    const shadow = x + y > 1.3 * SIDE ? 0.85 : 1;
    const share = ink[y * SIDE + x]! / 255;
    const paper = board ? 0.25 + 0.4 * share : 0.9 * (1 - 0.5 * share);
    return 255 * paper * lamp * shadow + 2.5 * random.normal();
  });
}

/** How much of the ink lies elsewhere, where one is moved by a pixel at most: rounding decides on which of two the middle falls. */
function apart(image: Uint8Array, wanted: Uint8Array): number {
  const all = wanted.reduce((sum, byte) => sum + byte, 0);
  const shifts = [-29, -28, -27, -1, 0, 1, 27, 28, 29];
  const sums = shifts.map((shift) =>
    wanted.reduce((sum, byte, i) => sum + Math.abs(byte - (image[i + shift] ?? 0)), 0),
  );
  return Math.min(...sums) / all;
}

test.each([
  ['pencil on paper', false],
  ['chalk on a board', true],
])('of a photograph the light is evened out: %s is read as it was drawn', (_, board) => {
  for (const n of [0, 2, 4, 7, 8]) {
    const ink = digit(1, n);
    const found = inkOf(photograph(ink, board));
    const wanted = normalise(ink, SIDE, SIDE, 28, 28);
    const image = normalise(found.ink, SIDE, SIDE, 28, 28);
    expect(apart(image, wanted), `digit ${n}`).toBeLessThan(0.25);
    // Edges stay grey.
    const grey = image.filter((byte) => byte > 40 && byte < 215).length;
    expect(grey).toBeGreaterThan(20);
  }
});

test('dust and what comes in from the edge of a photograph are no ink', () => {
  const ink = digit(0, 5);
  const dusty = Uint8Array.from(ink);
  for (let y = 20; y < 24; y++) dusty.fill(255, y * SIDE + 20, y * SIDE + 24);
  for (let y = 0; y < SIDE; y++) dusty.fill(255, y * SIDE + SIDE - 8, (y + 1) * SIDE);
  const [found, clean] = [dusty, ink].map((drawing) =>
    normalise(inkOf(photograph(drawing)).ink, SIDE, SIDE, 28, 28),
  );
  expect(Math.max(...found!.map((byte, i) => Math.abs(byte - clean![i]!)))).toBeLessThan(16);
});
