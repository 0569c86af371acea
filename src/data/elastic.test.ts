import { describe, expect, test } from 'vitest';
import { createRandom } from '../model/random';
import { createElasticField, ELASTIC } from './elastic';

describe('elastic field', () => {
  test('is as alike over a distance as noise smoothed with a Gaussian of 4 pixels', () => {
    // Autocorrelation of smoothed white noise: exp(-d^2 / (4 sigma^2)).
    const field = createElasticField(28, 28);
    const lags = [0, 1, 3, 6, 9];
    const across = lags.map(() => 0);
    const down = lags.map(() => 0);
    for (let i = 0; i < 4000; i++) {
      field.draw(createRandom(6, i));
      lags.forEach((d, l) => {
        across[l]! += field.dx[14 * 28 + 10]! * field.dx[14 * 28 + 10 + d]!;
        down[l]! += field.dx[10 * 28 + 14]! * field.dx[(10 + d) * 28 + 14]!;
      });
    }
    lags.forEach((d, l) => {
      const expected = Math.exp((-d * d) / (4 * ELASTIC.sigma ** 2));
      expect(Math.abs(across[l]! / across[0]! - expected)).toBeLessThan(0.05);
      expect(Math.abs(down[l]! / down[0]! - expected)).toBeLessThan(0.05);
    });
  });

  test('displaces by the expected amount, without a preferred direction', () => {
    // Variance of the smoothed noise, 1/3 / (4 pi sigma^2), far from the edges.
    const expected = (ELASTIC.strength * Math.sqrt(1 / 3 / (4 * Math.PI))) / ELASTIC.sigma;
    const field = createElasticField(28, 28);
    const middle = 14 * 28 + 14;
    const draws = Array.from({ length: 3000 }, (_, i) => {
      field.draw(createRandom(1, i));
      return [field.dx[middle]!, field.dy[middle]!] as const;
    });
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    for (const axis of [0, 1] as const) {
      const values = draws.map((d) => d[axis]);
      expect(Math.abs(mean(values))).toBeLessThan(0.05);
      expect(Math.sqrt(mean(values.map((v) => v * v))) / expected).toBeCloseTo(1, 1);
    }
    expect(Math.abs(mean(draws.map(([x, y]) => x * y)))).toBeLessThan(0.05);
  });

  test('grows in proportion to the image', () => {
    const spread = (side: number): number => {
      const field = createElasticField(side, side);
      let sum = 0;
      for (let i = 0; i < 400; i++) {
        field.draw(createRandom(2, i));
        sum += field.dx[(side / 2) * side + side / 2]! ** 2;
      }
      return Math.sqrt(sum / 400);
    };
    expect(spread(56) / spread(28)).toBeCloseTo(2, 0);
  });
});
