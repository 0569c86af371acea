import { describe, expect, test } from 'vitest';
import { createRandom } from '../model/random';
import { DISTORTIONS, type Distortion } from '../model/training';
import { AFFINE, distort, drawAffine, IDENTITY, shift, warp } from './distort';
import { normalise } from './normalise';
import { drawStrokes } from './strokes';

const digit = normalise(
  drawStrokes([
    {
      width: 0.1,
      points: [
        { x: 0.3, y: 0.1 },
        { x: 0.7, y: 0.4 },
        { x: 0.3, y: 0.9 },
      ],
    },
    {
      width: 0.1,
      points: [
        { x: 0.2, y: 0.5 },
        { x: 0.8, y: 0.6 },
      ],
    },
  ]),
  140,
  140,
  28,
  28,
);

const run = (kind: Distortion, seed: number, epoch: number, index: number): Uint8Array => {
  const target = new Uint8Array(784);
  distort(digit, target, 28, 28, kind, seed, epoch, index);
  return target;
};

const mass = (image: Uint8Array): number => image.reduce((a, b) => a + b, 0);
const KINDS = DISTORTIONS.filter((kind) => kind !== 'none');

describe('warp', () => {
  test('is the identity without displacement', () => {
    const target = new Uint8Array(784).fill(9);
    warp(digit, target, 28, 28, IDENTITY);
    expect(target).toEqual(digit);
    const field = { dx: new Float32Array(784), dy: new Float32Array(784) };
    warp(digit, target, 28, 28, IDENTITY, field);
    expect(target).toEqual(digit);
  });

  test('a shift by a whole pixel is exact, with paper coming in', () => {
    const target = new Uint8Array(9);
    const source = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    warp(source, target, 3, 3, { ...IDENTITY, x0: 1 });
    expect([...target]).toEqual([2, 3, 0, 5, 6, 0, 8, 9, 0]);
  });

  test('samples bilinearly, also where the image ends', () => {
    const target = new Uint8Array(4);
    warp(Uint8Array.from([100, 200, 0, 40]), target, 2, 2, { ...IDENTITY, x0: 0.5, y0: 0.25 });
    // Upper left: 0.75 (100 + 200) / 2 + 0.25 (0 + 40) / 2; the others are half or more outside.
    expect([...target]).toEqual([118, 80, 15, 15]);
  });

  test('a quarter turn is exact', () => {
    const target = new Uint8Array(9);
    const source = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    warp(source, target, 3, 3, { xx: 0, xy: 1, yx: -1, yy: 0, x0: 0, y0: 0 });
    expect([...target]).toEqual([7, 4, 1, 8, 5, 2, 9, 6, 3].toReversed().map((v) => 10 - v));
  });
});

describe('shift', () => {
  test('moves whole pixels in every direction', () => {
    const source = Uint8Array.from([1, 2, 3, 4, 5, 6]);
    const moved = (dx: number, dy: number): number[] => {
      const target = new Uint8Array(6).fill(9);
      shift(source, target, 3, 2, dx, dy);
      return [...target];
    };
    expect(moved(0, 0)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(moved(1, 0)).toEqual([0, 1, 2, 0, 4, 5]);
    expect(moved(-1, 1)).toEqual([0, 0, 0, 2, 3, 0]);
    expect(moved(0, -1)).toEqual([4, 5, 6, 0, 0, 0]);
    expect(moved(3, 0)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('distort', () => {
  test('none copies', () => {
    expect(run('none', 1, 2, 3)).toEqual(digit);
  });

  test.each(KINDS)('%s: the same draw gives the same image, whatever came between', (kind) => {
    const first = run(kind, 7, 2, 13);
    run('affine+elastic', 1, 0, 0);
    const small = new Uint8Array(100);
    distort(new Uint8Array(100).fill(50), small, 10, 10, kind, 1, 0, 0);
    expect(run(kind, 7, 2, 13)).toEqual(first);
  });

  test.each(KINDS)('%s: seed, epoch and index each change the draw', (kind) => {
    const distinct = (draws: Uint8Array[]) => new Set(draws.map((d) => d.join())).size;
    const numbers = Array.from({ length: 20 }, (_, i) => i);
    // Mirrored alone there are two.
    const least = kind === 'flip' ? 2 : 5;
    expect(distinct(numbers.map((n) => run(kind, n, 0, 0)))).toBeGreaterThanOrEqual(least);
    expect(distinct(numbers.map((n) => run(kind, 0, n, 0)))).toBeGreaterThanOrEqual(least);
    expect(distinct(numbers.map((n) => run(kind, 0, 0, n)))).toBeGreaterThanOrEqual(least);
  });

  test.each(KINDS)('%s: keeps the mean mass of a digit', (kind) => {
    let sum = 0;
    for (let i = 0; i < 300; i++) {
      const m = mass(run(kind, 3, 0, i)) / mass(digit);
      expect(m).toBeGreaterThan(0.5);
      expect(m).toBeLessThan(1.6);
      sum += m;
    }
    expect(Math.abs(sum / 300 - 1)).toBeLessThan(0.04);
  });

  test('shift visits its nine places equally', () => {
    const counts = new Map<string, number>();
    const n = 4500;
    for (let i = 0; i < n; i++) {
      const key = run('shift', 1, 0, i).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(9);
    // Chi squared with 8 degrees of freedom: 26 is passed once in a thousand seeds.
    const chi = [...counts.values()].reduce((s, c) => s + (c - n / 9) ** 2 / (n / 9), 0);
    expect(chi).toBeLessThan(26);
  });

  test('flip mirrors half of the images, left to right, and changes nothing else', () => {
    const mirror = digit.map((_, n) => digit[n - (n % 28) + 27 - (n % 28)]!);
    const draws = Array.from({ length: 1000 }, (_, i) => run('flip', 1, 0, i).join());
    const same = draws.filter((draw) => draw === digit.join()).length;
    expect(draws.filter((draw) => draw === mirror.join()).length).toBe(1000 - same);
    // Four standard deviations.
    expect(Math.abs(same - 500)).toBeLessThan(64);
  });

  test('flip+shift visits its nine places mirrored and not, all equally', () => {
    const counts = new Map<string, number>();
    const n = 9000;
    for (let i = 0; i < n; i++) {
      const key = run('flip+shift', 1, 0, i).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const places = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
    for (const [dx, dy] of places) {
      const moved = new Uint8Array(784);
      shift(digit, moved, 28, 28, dx, dy);
      const mirror = moved.map((_, p) => moved[p - (p % 28) + 27 - (p % 28)]!);
      expect(counts.has(moved.join())).toBe(true);
      expect(counts.has(mirror.join())).toBe(true);
    }
    expect(counts.size).toBe(18);
    // Chi squared with 17 degrees of freedom: 41 is passed once in a thousand seeds.
    const chi = [...counts.values()].reduce((s, c) => s + (c - n / 18) ** 2 / (n / 18), 0);
    expect(chi).toBeLessThan(41);
  });

  test('other sizes and blank images', () => {
    for (const [width, height] of [
      [1, 1],
      [2, 3],
      [17, 9],
      [64, 64],
    ] as const) {
      for (const kind of KINDS) {
        const target = new Uint8Array(width * height).fill(7);
        distort(new Uint8Array(width * height), target, width, height, kind, 1, 0, 0);
        expect(target.every((v) => v === 0)).toBe(true);
        distort(new Uint8Array(width * height).fill(255), target, width, height, kind, 1, 0, 0);
        expect(target.length).toBe(width * height);
      }
    }
  });
});

describe('drawAffine', () => {
  test('each parameter keeps to its range and fills it', () => {
    const draws = Array.from({ length: 2000 }, (_, i) => drawAffine(createRandom(9, i), 28, 56));
    const range = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
    const near = ([low, high]: readonly [number, number], most: number): void => {
      expect(high).toBeLessThanOrEqual(most);
      expect(low).toBeGreaterThanOrEqual(-most);
      expect(high).toBeGreaterThan(0.99 * most);
      expect(low).toBeLessThan(-0.99 * most);
    };
    near(range(draws.map((d) => d.x0)), AFFINE.shift);
    near(range(draws.map((d) => d.y0)), 2 * AFFINE.shift);
    near(range(draws.map((d) => Math.atan2(d.yx, d.yy))), AFFINE.rotation);
    near(range(draws.map((d) => Math.hypot(d.yx, d.yy) - 1)), AFFINE.scale);
    // The determinant is the product of the scales: rotation and shear keep areas.
    near(
      range(draws.map((d) => (d.xx * d.yy - d.xy * d.yx) / Math.hypot(d.yx, d.yy) - 1)),
      AFFINE.scale,
    );
    near(
      range(
        draws.map((d) => {
          const scaleX = (d.xx * d.yy - d.xy * d.yx) / Math.hypot(d.yx, d.yy);
          return (d.xx * d.yx + d.xy * d.yy) / Math.hypot(d.yx, d.yy) / scaleX;
        }),
      ),
      AFFINE.shear,
    );
  });
});
