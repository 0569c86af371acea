import { describe, expect, test } from 'vitest';
import { expectedSpikes, initialise, measureInputSpikes } from './initialise';
import type { NetworkSpec } from './network';
import { parseNetwork } from './validate';

const spec = (changes: object = {}): NetworkSpec => parseNetwork(changes);

function moments(values: Float32Array): { mean: number; deviation: number } {
  const mean = values.reduce((sum, v) => sum + v) / values.length;
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

describe('initial weights', () => {
  test('have the shapes of the layers and the mean and deviation asked for', () => {
    const weights = initialise(spec({ layers: [300, 200, 10] }), 1, 144);
    expect(weights.map((layer) => layer.length)).toEqual([784 * 300, 300 * 200, 200 * 10]);
    const expected = [144, 0.65 * 300, 0.65 * 200];
    weights.forEach((layer, l) => {
      const { mean, deviation } = moments(layer);
      const wanted = 0.25 / Math.sqrt(expected[l]!);
      const error = wanted / Math.sqrt(layer.length);
      expect(Math.abs(mean - 2 / expected[l]!)).toBeLessThan(4 * error);
      expect(Math.abs(deviation / wanted - 1)).toBeLessThan(4 / Math.sqrt(2 * layer.length));
    });
  });

  test('of convolutions lie about 0, by the spikes of a patch', () => {
    const convolutions = [
      { channels: 64, kernel: 5, stride: 2 },
      { channels: 64, kernel: 3, stride: 2 },
    ];
    const network = spec({ convolutions, layers: [40, 10] });
    const expected = [2 * 25 * (157 / 784), 0.4 * 9 * 64, 0.2 * 1600, 0.2 * 40];
    expectedSpikes(network, 157).forEach((n, l) => expect(n).toBeCloseTo(expected[l]!, 9));
    const weights = initialise(network, 1, 157);
    expect(weights.map((layer) => layer.length)).toEqual([1600, 36864, 64000, 400]);
    expected.forEach((n, l) => {
      const { mean, deviation } = moments(weights[l]!);
      const wanted = (l < 2 ? 0.5 : 0.25) / Math.sqrt(n);
      const error = wanted / Math.sqrt(weights[l]!.length);
      expect(Math.abs(mean - (l < 2 ? 0 : 2 / n))).toBeLessThan(4 * error);
      expect(Math.abs(deviation / wanted - 1)).toBeLessThan(4 / Math.sqrt(2 * weights[l]!.length));
    });
  });

  test('scale with spread and threshold', () => {
    const wide = moments(initialise(spec({ threshold: 3 }), 1, 100, 0.5)[0]!);
    expect(wide.mean).toBeCloseTo(0.06, 3);
    expect(wide.deviation).toBeCloseTo(0.15, 3);
  });

  test('are the same for the same seed, and others for another', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => initialise(spec(), seed, 138));
    expect(b).toEqual(a);
    expect(c![0]).not.toEqual(a![0]);
    // Layers draw from streams of their own: a size changed in one leaves the others as they are.
    const other = initialise(spec({ layers: [128, 5] }), 1, 138);
    expect(other[0]).toEqual(a![0]);
  });
});

test('expected spikes: the measured input, 0.2 N with one hidden layer, 0.65 N with more, at least 1', () => {
  expect(expectedSpikes(spec({ layers: [10] }), 138)).toEqual([138]);
  expect(expectedSpikes(spec({ layers: [128, 10] }), 138)).toEqual([138, 0.2 * 128]);
  expect(expectedSpikes(spec({ layers: [100, 60, 10] }), 138)).toEqual([138, 65, 39]);
  expect(expectedSpikes(spec({ layers: [1, 10] }), 0)).toEqual([1, 1]);
});

test('input spikes are measured in neurons that spike, over the first images', () => {
  const network = spec({ input: { width: 4, height: 2 }, coding: { kernel: 2 }, layers: [2] });
  const images = new Uint8Array(3 * 8);
  images.set([255, 0, 0, 0, 255, 0, 0, 0], 0); // one patch
  images.set([0, 255, 255, 0, 0, 0, 9, 0], 8); // two

  expect(measureInputSpikes(network, images)).toBe(1);
  expect(measureInputSpikes(network, images, 2)).toBe(1.5);
  expect(measureInputSpikes(network, new Uint8Array(0))).toBe(0);
});
