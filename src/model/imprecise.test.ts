import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deadNeurons,
  dropPixels,
  FULL_BITS,
  forwardImprecise,
  impreciseInput,
  imprecisionProblem,
  isPrecise,
  PRECISE,
  quantise,
  spikeNoise,
  type Imprecision,
} from './imprecise';
import { encode } from './encode';
import type { NetworkSpec } from './network';
import { forward, type Forward } from './step';
import { parseNetwork } from './validate';
import { smallImage, smallSpec, smallWeights, testRandom } from './testing';

const imprecision = (changes: Partial<Imprecision>): Imprecision => ({ ...PRECISE, ...changes });

const SPECS: NetworkSpec[] = [
  smallSpec({ layers: [9, 5, 3] }),
  smallSpec({ layers: [9, 3], response: 'exponential' }),
  smallSpec({ layers: [9, 3], coding: { kernel: 3, stride: 2, train: 'phase' } }),
];

interface Case {
  spec: NetworkSpec;
  weights: Float32Array[];
  image: Uint8Array;
  number: number;
}

const cases = fc
  .record({ spec: fc.constantFrom(...SPECS), seed: fc.nat(1e6), number: fc.nat(1e5) })
  .map(({ spec, seed, number }): Case => {
    const random = testRandom(seed);
    const weights = smallWeights(spec, random).map((layer) => Float32Array.from(layer));
    return { spec, weights, image: smallImage(spec, random, 7), number };
  });

const noisy = fc.record({
  jitter: fc.constantFrom(0, 0.03, 0.4),
  bits: fc.constantFrom(2, 5, FULL_BITS),
  dead: fc.constantFrom(0, 0.3),
  dropped: fc.constantFrom(0, 0.3),
  seed: fc.nat(50),
});

const run = ({ spec, weights, image, number }: Case, how: Imprecision): Forward =>
  forwardImprecise(spec, weights, how, image, number);

const volleys = ({ input, layers }: Forward) => [input, ...layers.map((layer) => layer.volley)];

describe('imprecise hardware', () => {
  test('that is precise changes nothing, whatever the seed', () => {
    fc.assert(
      fc.property(cases, fc.nat(99), (c, seed) => {
        const how = imprecision({ seed });
        expect(isPrecise(how)).toBe(true);
        expect(run(c, how)).toEqual(forward(c.spec, c.weights, c.image));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('gives the same for the same seed, and another for another seed or image', () => {
    let differs = 0;
    fc.assert(
      fc.property(cases, noisy, (c, how) => {
        expect(run(c, how)).toEqual(run(c, how));
        const times = (f: Forward) => volleys(f).map((v) => [...v.times]);
        const mine = JSON.stringify(times(run(c, how)));
        if (JSON.stringify(times(run(c, { ...how, seed: how.seed + 1 }))) !== mine) differs++;
        if (how.jitter > 0 && volleys(run(c, how))[0]!.order.length > 0) {
          expect(JSON.stringify(times(run({ ...c, number: c.number + 1 }, how)))).not.toBe(mine);
        }
      }),
      { seed: 2, numRuns: 150 },
    );
    expect(differs).toBeGreaterThan(80);
  });

  test('never lets a spike come before what caused it, and hands spikes on in order', () => {
    let clamped = 0;
    fc.assert(
      fc.property(cases, noisy, (c, how) => {
        const pass = run(c, how);
        const all = volleys(pass);
        all.forEach(({ times, order, multiplicity }, l) => {
          const listed = [...order].map((i) => times[i]!);
          expect(listed).toEqual(listed.toSorted((a, b) => a - b));
          expect(listed.every((t) => t >= 0)).toBe(true);
          times.forEach((t, i) => expect(multiplicity[i]! > 0).toBe(t < Infinity));
          if (l === 0) return;
          const before = all[l - 1]!;
          for (const j of order) {
            const cause = before.times[before.order[pass.layers[l - 1]!.causal[j]! - 1]!]!;
            expect(times[j]).toBeGreaterThanOrEqual(cause);
            if (times[j] === cause) clamped++;
          }
        });
      }),
      { seed: 3, numRuns: 150 },
    );
    expect(clamped).toBeGreaterThan(10);
  });
});

describe('jitter', () => {
  const times = Float64Array.from({ length: 40_000 }, (_, i) => {
    const noise = spikeNoise(imprecision({ jitter: 0.1, seed: 4 }), i % 200, 1);
    return noise.time(Math.floor(i / 200), 1, -Infinity);
  });
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((a, b) => a + b, 0) / values.length;

  test('is Gaussian around the exact time', () => {
    expect(mean(times)).toBeCloseTo(1, 2);
    const sigma = Math.sqrt(mean(times.map((t) => (t - 1) ** 2)));
    expect(sigma).toBeGreaterThan(0.0985);
    expect(sigma).toBeLessThan(0.1015);
    // 68.3 % within one sigma, 4.6 % beyond two; neighbours have nothing to do with one another.
    expect(mean(times.map((t) => +(Math.abs(t - 1) < 0.1)))).toBeCloseTo(0.683, 2);
    expect(mean(times.map((t) => +(Math.abs(t - 1) > 0.2)))).toBeCloseTo(0.046, 2);
    const next = times.slice(1).map((t, i) => ((t - 1) * (times[i]! - 1)) / 0.01);
    expect(Math.abs(mean(next))).toBeLessThan(0.02);
    const other = times.slice(200).map((t, i) => ((t - 1) * (times[i]! - 1)) / 0.01);
    expect(Math.abs(mean(other))).toBeLessThan(0.02);
  });

  test('grows with its level, spike by spike, and averages out over a train', () => {
    const at = (jitter: number, spikes?: number) =>
      spikeNoise(imprecision({ jitter, seed: 4 }), 3, 0).time(17, 0.5, -Infinity, spikes) - 0.5;
    expect(at(0.2)).toBeCloseTo(2 * at(0.1), 12);
    expect(at(0.2, 16)).toBeCloseTo(at(0.2) / 4, 12);
    expect(at(0)).toBe(0);
  });

  test('of a packed input goes by the length of its trains', () => {
    const spec = SPECS[2]!;
    const image = new Uint8Array(spec.input.width * spec.input.height).fill(255);
    const exact = impreciseInput(spec, PRECISE, image, 0).times;
    let sum = 0;
    for (let n = 0; n < 2000; n++) {
      const { times } = impreciseInput(spec, imprecision({ jitter: 0.03 }), image, n);
      times.forEach((t, i) => (sum += (t - exact[i]!) ** 2));
    }
    // Nine spikes a train: a third of the jitter.
    expect(Math.sqrt(sum / (2000 * exact.length))).toBeCloseTo(0.01, 4);
  });
});

describe('lost spikes', () => {
  test('are lost with the probability given, and more of them at a larger one', () => {
    const share = (dropped: number) => {
      const how = imprecision({ dropped, seed: 9 });
      let lost = 0;
      let revived = 0;
      for (let n = 0; n < 300; n++) {
        const noise = spikeNoise(how, n, 1);
        const less = spikeNoise({ ...how, dropped: dropped / 2 }, n, 1);
        for (let j = 0; j < 100; j++) {
          if (noise.lost(j)) lost++;
          else if (less.lost(j)) revived++;
        }
      }
      expect(revived).toBe(0);
      return lost / 30_000;
    };
    expect(share(0)).toBe(0);
    expect(share(1)).toBe(1);
    for (const p of [0.05, 0.3, 0.7]) expect(Math.abs(share(p) - p)).toBeLessThan(0.01);
  });

  test('at the input are pixels', () => {
    const image = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
    const dropped = dropPixels(imprecision({ dropped: 0.25 }), image, 7);
    const lit = image.filter((b) => b > 0).length;
    const left = dropped.filter((b) => b > 0).length;
    expect(Math.abs(left / lit - 0.75)).toBeLessThan(0.02);
    expect(dropped.every((byte, i) => byte === 0 || byte === image[i])).toBe(true);
    expect(dropPixels(PRECISE, image, 7)).toBe(image);
  });

  test('of ink and paper each for itself: a lost spike of ink is none of paper', () => {
    const spec = parseNetwork({
      input: { width: 3, height: 2 },
      coding: { polarity: 'both' },
    });
    const image = Uint8Array.from({ length: 6 }, (_, i) => 40 * i);
    const whole = encode(spec, image);
    let lost = 0;
    for (let n = 0; n < 500; n++) {
      const { times } = impreciseInput(spec, imprecision({ dropped: 0.25 }), image, n);
      times.forEach((t, i) => {
        if (t === whole.times[i]) return;
        expect(t).toBe(Infinity);
        lost++;
      });
    }
    expect(Math.abs(lost / 500 / whole.order.length - 0.25)).toBeLessThan(0.02);
  });

  test('all lost is a blank image', () => {
    const [spec] = SPECS;
    const weights = smallWeights(spec!, testRandom(3)).map((layer) => Float32Array.from(layer));
    const image = smallImage(spec!, testRandom(4), 7);
    const { answer } = forwardImprecise(spec!, weights, imprecision({ dropped: 1 }), image, 0);
    expect(answer).toMatchObject({ class: null, guess: null });
  });
});

describe('dead neurons', () => {
  test('are the share asked for, the same at each call, and stay dead at a larger share', () => {
    for (const share of [0, 0.1, 0.5, 1]) {
      const mask = deadNeurons(imprecision({ dead: share, seed: 5 }), 1, 130);
      expect(mask.reduce((a, b) => a + b, 0)).toBe(Math.round(share * 130));
      expect(deadNeurons(imprecision({ dead: share, seed: 5 }), 1, 130)).toEqual(mask);
      const more = deadNeurons(imprecision({ dead: share * 0.5 + 0.5, seed: 5 }), 1, 130);
      mask.forEach((dead, j) => dead && expect(more[j]).toBe(1));
    }
    const [a, b, c] = [
      [1, 5],
      [2, 5],
      [1, 6],
    ].map(([layer, seed]) => deadNeurons(imprecision({ dead: 0.5, seed: seed! }), layer!, 130));
    expect(a).not.toEqual(b);
    expect(a).not.toEqual(c);
  });

  test('do what a row of zeroes does: nothing', () => {
    fc.assert(
      fc.property(cases, fc.nat(20), (c, seed) => {
        const how = imprecision({ dead: 0.4, seed });
        const weights = c.weights.map((layer) => layer.slice());
        c.spec.layers.slice(0, -1).forEach((neurons, l) => {
          const inputs = weights[l]!.length / neurons;
          deadNeurons(how, l + 1, neurons).forEach((dead, j) => {
            if (dead) weights[l]!.fill(0, j * inputs, (j + 1) * inputs);
          });
        });
        const plain = forward(c.spec, weights, c.image);
        const pass = run(c, how);
        expect(volleys(pass)).toEqual(volleys(plain));
        expect(pass.answer).toEqual(plain.answer);
      }),
      { seed: 4, numRuns: 60 },
    );
  });
});

describe('quantise', () => {
  const weights = Float32Array.from({ length: 3000 }, (_, i) => Math.sin(i * 1.7) * 0.8);
  const largest = Math.max(...weights.map(Math.abs));

  test.each([2, 3, 5, 8])('%d bits: levels, error and symmetry', (bits) => {
    const steps = 2 ** (bits - 1) - 1;
    const coarse = quantise(weights, bits);
    expect(new Set(coarse.map((w) => Math.abs(w))).size).toBe(steps + 1);
    coarse.forEach((w, i) => {
      expect(Math.abs(w - weights[i]!)).toBeLessThanOrEqual(largest / steps / 2 + 1e-6);
    });
    expect(Math.max(...coarse)).toBeCloseTo(largest, 6);
    expect(
      quantise(
        weights.map((w) => -w),
        bits,
      ),
    ).toEqual(coarse.map((w) => -w));
    // What is stored in these bits already stays.
    quantise(coarse, bits).forEach((w, i) => expect(w).toBeCloseTo(coarse[i]!, 6));
  });

  test('halves go away from 0, zeroes stay', () => {
    expect([...quantise([1, 0.5, 0.49, -0.5, -0.49, 0], 2)]).toEqual([1, 1, 0, -1, -0, 0]);
    expect([...quantise([0, 0], 4)]).toEqual([0, 0]);
    expect(quantise(weights, FULL_BITS)).toEqual(weights);
  });
});

test('levels that cannot be are told in a sentence', () => {
  expect(imprecisionProblem(PRECISE)).toBeNull();
  const wrong: Partial<Imprecision>[] = [
    { jitter: -0.1 },
    { jitter: NaN },
    { bits: 1 },
    { bits: 4.5 },
    { bits: 33 },
    { dead: 1.2 },
    { dropped: -1 },
    { seed: 1.5 },
    { seed: -1 },
  ];
  for (const changes of wrong) {
    expect(imprecisionProblem(imprecision(changes)), JSON.stringify(changes)).toMatch(/^The .*\.$/);
  }
});
