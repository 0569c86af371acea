/** Sentences of docs/model.md that no other test of the model holds. */
import { describe, expect, test } from 'vitest';
import { backpropagate } from './backpropagate';
import { encode } from './encode';
import { impreciseInput, PRECISE } from './imprecise';
import { expectedSpikes } from './initialise';
import type { NetworkSpec } from './network';
import { averageDecay, cosineRate, createMoments, update } from './optimizer';
import { propagate } from './propagate';
import { forward } from './step';
import { parseNetwork } from './validate';
import { volleyOf } from './volley';

const spec = (changes: object): NetworkSpec => parseNetwork(changes);

describe('a blank image', () => {
  test('is one in which no input neuron spikes', () => {
    // 3 x 3 pixels and patches of 2: the last row and column are in no patch.
    const network = spec({ input: { width: 3, height: 3 }, coding: { kernel: 2 }, layers: [2] });
    const weights = [Float32Array.of(1, 1)];
    const image = new Uint8Array(9).fill(25);
    image[8] = 255;
    expect(forward(network, weights, image).answer).toMatchObject({ class: null, guess: null });
    image[0] = 26;
    expect(forward(network, weights, image).answer).toMatchObject({ class: 0, guess: null });
  });

  test('is not one in which nothing reaches the outputs: the guess is class 0', () => {
    const network = spec({ input: { width: 1, height: 1 }, layers: [1, 3] });
    const weights = [Float32Array.of(-1), Float32Array.of(-1, 1, 1)];
    const { layers, answer } = forward(network, weights, Uint8Array.of(255));
    expect([...layers[0]!.volley.times]).toEqual([Infinity]);
    expect(answer).toMatchObject({ class: null, guess: 0 });
  });
});

test('a silent output is pushed by the spikes up to and at its deadline', () => {
  const settings = { response: 'average-delay', threshold: 10, deadline: 2 } as const;
  const before = volleyOf(Float64Array.of(0.5, 2, 2.5, Infinity));
  const weights = Float64Array.of(1, 1, 1, 1);
  const trace = propagate(before, weights, 1, settings);
  expect([...trace.volley.times]).toEqual([Infinity]);
  const gradient = new Float64Array(4);
  const heard = backpropagate(before, trace, weights, [1], settings, true, gradient);
  expect([...gradient]).toEqual([(0.5 - 2) / 0.25, 0, 0, 0]);
  expect([...heard]).toEqual([0, 0, 0, 0]);
});

describe('imprecise hardware', () => {
  test('lets no input arrive before 0', () => {
    const network = spec({ layers: [10] });
    const image = new Uint8Array(784).fill(250);
    const { times } = impreciseInput(network, { ...PRECISE, jitter: 1 }, image, 0);
    expect(Math.min(...times)).toBe(0);
    expect(times.filter((t) => t === 0).length).toBeGreaterThan(100);
  });

  const patch = { input: { width: 2, height: 2 }, coding: { kernel: 2 }, layers: [2] };
  const image = Uint8Array.of(255, 204, 153, 102);
  const coded = (train: string) => spec({ ...patch, coding: { kernel: 2, train } });

  test('lets the one spike of a code jitter by all of sigma, and a train by sigma / sqrt(n)', () => {
    const off = (train: string): number => {
      const network = coded(train);
      const [exact] = encode(network, image).times;
      const how = { ...PRECISE, jitter: 1e-3 };
      const errors = Array.from({ length: 2000 }, (_, n) => {
        const [arrived] = impreciseInput(network, how, image, n).times;
        return (arrived! - exact!) ** 2;
      });
      return Math.sqrt(errors.reduce((a, b) => a + b) / errors.length) / how.jitter;
    };
    expect(off('latency-mean')).toBeCloseTo(1, 1);
    expect(off('phase-mean')).toBeCloseTo(1, 1);
    expect(off('latency')).toBeCloseTo(1 / Math.sqrt(4), 1);
  });

  test('loses pixels before a code takes its spike: it is of what is left, and gone with the last', () => {
    const times = [0, 0.2, 0.4, 0.6];
    for (const [train, of] of [
      ['latency-first', (left: number[]) => Math.min(...left)],
      ['latency-mean', (left: number[]) => left.reduce((a, b) => a + b, 0) / left.length],
    ] as const) {
      const wanted = new Set<number>([Infinity]);
      for (let subset = 1; subset < 16; subset++)
        wanted.add(Number(of(times.filter((_, p) => subset & (1 << p))).toFixed(5)));
      const seen = Array.from({ length: 400 }, (_, n) => {
        const [t] = impreciseInput(coded(train), { ...PRECISE, dropped: 0.5 }, image, n).times;
        return t === Infinity ? t : Number(t!.toFixed(5));
      });
      expect(new Set(seen)).toEqual(wanted);
    }
  });
});

test('n_eff: of a convolution twice the share of its patch, later 0.2 N, 0.65 N with more dense layers', () => {
  const convolutions = [
    { channels: 10, kernel: 5, stride: 2 },
    { channels: 20, kernel: 3, stride: 2 },
  ];
  // 784 inputs of which 98 spike; 12 x 12 x 10 neurons; 5 x 5 x 20 neurons.
  const counts = expectedSpikes(spec({ convolutions, layers: [30, 10] }), 98);
  const wanted = [0.25 * 25, 0.4 * 9 * 10, 0.2 * 500, 0.2 * 30];
  counts.forEach((count, l) => expect(count).toBeCloseTo(wanted[l]!, 9));
  const deeper = expectedSpikes(spec({ convolutions, layers: [30, 40, 10] }), 98);
  expect(deeper.slice(2).map((n) => Number(n.toFixed(9)))).toEqual([100, 19.5, 26]);
  // No more than all of the patch, and at least 1.
  expect(expectedSpikes(spec({ convolutions, layers: [10] }), 784)[0]).toBe(25);
  expect(expectedSpikes(spec({ convolutions, layers: [10] }), 0)[0]).toBe(1);
});

describe('training', () => {
  test('SGD: v <- 0.9 v + g, w <- w - rate v', () => {
    const weights = Float64Array.of(1);
    const moments = createMoments(1);
    update('sgd', weights, [2], moments, 0.1, 0);
    expect(weights[0]).toBeCloseTo(1 - 0.1 * 2, 12);
    update('sgd', weights, [1], moments, 0.1, 1);
    expect(moments.first[0]).toBeCloseTo(0.9 * 2 + 1, 12);
    expect(weights[0]).toBeCloseTo(0.8 - 0.1 * 2.8, 12);
  });

  test('the learning rate is rate (1 + cos(pi s / S)) / 2 with s from 0', () => {
    const rates = [0, 1, 2, 3, 4].map((s) => cosineRate(0.004, s, 4));
    const wanted = [1, (1 + Math.SQRT1_2) / 2, 0.5, (1 - Math.SQRT1_2) / 2, 0];
    rates.forEach((rate, s) => expect(rate).toBeCloseTo(0.004 * wanted[s]!, 12));
  });

  test('the running average takes min(D, n / (n + 9)) at step n, counted from 1', () => {
    for (const n of [1, 2, 10, 1000])
      expect(averageDecay(0.95, n - 1)).toBeCloseTo(Math.min(0.95, n / (n + 9)), 12);
  });
});
