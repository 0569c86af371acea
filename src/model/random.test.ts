import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, hash } from './random';

const COUNT = 100_000;

describe('uniform numbers', () => {
  test('fill [0, 1) evenly (chi-squared over 100 bins)', () => {
    const random = createRandom(1, 2);
    const bins = new Uint32Array(100);
    for (let n = 0; n < COUNT; n++) {
      const u = random.uniform();
      expect(u >= 0 && u < 1).toBe(true);
      bins[Math.floor(u * 100)]!++;
    }
    const chi = bins.reduce((sum, b) => sum + (b - COUNT / 100) ** 2 / (COUNT / 100), 0);
    // 99 degrees of freedom: mean 99, deviation 14.
    expect(chi).toBeGreaterThan(99 - 4 * 14);
    expect(chi).toBeLessThan(99 + 4 * 14);
  });

  test('do not depend on the one before', () => {
    const random = createRandom(3);
    let last = random.uniform();
    let sum = 0;
    for (let n = 0; n < COUNT; n++) {
      const u = random.uniform();
      sum += (u - 0.5) * (last - 0.5);
      last = u;
    }
    // Correlation's standard error is 1 / sqrt(n).
    expect(Math.abs((12 * sum) / COUNT)).toBeLessThan(4 / Math.sqrt(COUNT));
  });

  test('below(n) gives whole numbers from 0 to n - 1, all of them', () => {
    const random = createRandom(4);
    const seen = new Set<number>();
    for (let n = 0; n < 1000; n++) seen.add(random.below(7));
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

test('normal numbers have the moments of a standard normal', () => {
  const random = createRandom(5);
  const sums = [0, 0, 0, 0];
  let beyond = 0;
  for (let n = 0; n < COUNT; n++) {
    const z = random.normal();
    for (let k = 0; k < 4; k++) sums[k]! += z ** (k + 1);
    if (Math.abs(z) > 1.96) beyond++;
  }
  const [mean, square, cube, fourth] = sums.map((sum) => sum / COUNT) as [
    number,
    number,
    number,
    number,
  ];
  const error = 4 / Math.sqrt(COUNT);
  expect(Math.abs(mean)).toBeLessThan(error);
  expect(Math.abs(square - 1)).toBeLessThan(error * Math.sqrt(2));
  expect(Math.abs(cube)).toBeLessThan(error * Math.sqrt(15));
  expect(Math.abs(fourth - 3)).toBeLessThan(error * Math.sqrt(96));
  expect(Math.abs(beyond / COUNT - 0.05)).toBeLessThan(error * Math.sqrt(0.05));
});

describe('seeds', () => {
  test('the same words give the same numbers, any change other ones', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (words) => {
        const draw = (...w: number[]): number[] => {
          const random = createRandom(...w);
          return Array.from({ length: 4 }, () => random.uniform());
        };
        const first = draw(...words);
        expect(draw(...words)).toEqual(first);
        expect(draw(...words.slice(0, -1), words[words.length - 1]! + 1)).not.toEqual(first);
        expect(draw(...words, 0)).not.toEqual(first);
        expect(new Set(first).size).toBe(4);
      }),
      { seed: 10 },
    );
  });

  test('are pinned: a change of the generator changes every run', () => {
    const random = createRandom(1, 1, 0);
    expect([random.uniform(), random.uniform(), random.normal()]).toMatchInlineSnapshot(`
      [
        0.31695665838196874,
        0.2088503639679402,
        -0.9434349251216925,
      ]
    `);
    expect(hash(1, 2, 3)).toMatchInlineSnapshot(`1528537058`);
  });

  test('neighbouring seeds hash to unrelated values', () => {
    let flipped = 0;
    for (let seed = 0; seed < 1000; seed++) {
      let bits = hash(seed) ^ hash(seed + 1);
      for (; bits !== 0; bits &= bits - 1) flipped++;
    }
    // 16 of 32 bits on average.
    expect(Math.abs(flipped / 1000 - 16)).toBeLessThan(0.5);
  });
});
