import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode, isLit, spikeTrain } from './encode';
import { emitsOne, inputCount, TRAIN_CODES, trainParts } from './network';
import { membranePotential } from './propagate';
import { parseNetwork } from './validate';

const spec = (width: number, height: number, coding: object = {}, cut = 0.1) =>
  parseNetwork({ input: { width, height, cut }, coding });

const codings = fc
  .record({
    kernel: fc.integer({ min: 1, max: 5 }),
    stride: fc.integer({ min: 1, max: 5 }),
    train: fc.constantFrom(...TRAIN_CODES),
    width: fc.integer({ min: 5, max: 11 }),
    height: fc.integer({ min: 5, max: 11 }),
  })
  .map(({ kernel, stride, train, width, height }) =>
    spec(width, height, { kernel, stride: Math.min(stride, kernel), train }),
  );

const pictures = codings.chain((network) =>
  fc
    .uint8Array({
      minLength: network.input.width * network.input.height,
      maxLength: network.input.width * network.input.height,
    })
    .map((image) => ({ network, image })),
);

describe('plain latency coding', () => {
  test('ink is early, paper is silent', () => {
    const { times, multiplicity, order } = encode(
      spec(5, 1),
      Uint8Array.from([0, 255, 25, 26, 128]),
    );
    expect([...times]).toEqual([
      Infinity,
      0,
      Infinity,
      Math.fround(229 / 255),
      Math.fround(127 / 255),
    ]);
    expect([...multiplicity]).toEqual([0, 1, 0, 1, 1]);
    expect([...order]).toEqual([1, 4, 3]);
  });

  test('a pixel at the cut is silent', () => {
    expect(isLit(51, 0.2)).toBe(false);
    expect(isLit(52, 0.2)).toBe(true);
    expect(isLit(0, 0)).toBe(false);
    expect(isLit(1, 0)).toBe(true);
  });

  test.each(TRAIN_CODES)('a %s train of one pixel is a latency', (train) => {
    const image = Uint8Array.from({ length: 25 }, (_, p) => p * 10);
    expect(encode(spec(5, 5, { kernel: 1, train }), image)).toEqual(encode(spec(5, 5), image));
  });
});

describe('both polarities', () => {
  test('every pixel has a neuron for ink, at 1 - x, and one for paper, at x', () => {
    const image = Uint8Array.from([0, 255, 51, 10]);
    const { times, multiplicity, order } = encode(spec(4, 1, { polarity: 'both' }), image);
    const late = Math.fround(204 / 255);
    expect([...times]).toEqual([
      Infinity,
      0,
      0,
      Infinity,
      late,
      Math.fround(0.2),
      Infinity,
      Math.fround(10 / 255),
    ]);
    expect([...multiplicity]).toEqual([0, 1, 1, 0, 1, 1, 0, 1]);
    expect([...order]).toEqual([1, 2, 7, 5, 4]);
  });

  test('are the coding of ink, and of the negative, side by side', () => {
    const images = fc.uint8Array({ minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(images, fc.constantFrom(0, 0.1, 0.6), (image, cut) => {
        const both = spec(6, 5, { polarity: 'both' }, cut);
        const { times } = encode(both, image);
        const ink = encode(spec(6, 5, {}, cut), image);
        const paper = encode(
          spec(6, 5, {}, cut),
          image.map((byte) => 255 - byte),
        );
        expect([...times]).toEqual(
          Array.from(times, (_, i) => (i % 2 ? paper : ink).times[i >> 1]!),
        );
        times.forEach((t, i) => {
          const pixel = i >> 1;
          const train = spikeTrain(both, image, i);
          expect(train.map(({ time }) => Math.fround(time))).toEqual(t < Infinity ? [t] : []);
          expect(train.every((spike) => spike.pixel === pixel)).toBe(true);
        });
      }),
      { seed: 4 },
    );
  });
});

describe('packing', () => {
  test('by hand: latency and phase of one 2 x 2 patch', () => {
    const image = Uint8Array.from([255, 0, 204, 102]);
    const latency = spec(2, 2, { kernel: 2 });
    expect(spikeTrain(latency, image, 0)).toEqual([
      { pixel: 0, time: 0 },
      { pixel: 2, time: 0.2 },
      { pixel: 3, time: 0.6 },
    ]);
    expect([...encode(latency, image).times]).toEqual([Math.fround(0.8 / 3)]);
    expect([...encode(latency, image).multiplicity]).toEqual([1.5]);
    const phase = spec(2, 2, { kernel: 2, train: 'phase' });
    const times = spikeTrain(phase, image, 0).map((spike) => spike.time);
    expect(times).toEqual([0, 2.2 / 4, 3.6 / 4]);
    expect(encode(phase, image).times[0]).toBeCloseTo(5.8 / 12, 7);
  });

  test('patches: floor((side - k) / s) + 1 an axis, row-major, overlapping, no padding', () => {
    const network = spec(28, 28, { kernel: 4, stride: 2, train: 'phase' });
    expect(inputCount(network)).toBe(169);
    const image = new Uint8Array(784);
    image[3 * 28 + 5] = 255;
    // The pixel (5, 3) lies in the patches of columns 1 and 2, rows 0 and 1.
    expect([...encode(network, image).order].sort((a, b) => a - b)).toEqual([1, 2, 14, 15]);
    expect(spikeTrain(network, image, 1)).toEqual([{ pixel: 89, time: 15 / 16 }]);
    // The last row and column of a 7 x 7 image are in no 3 x 3 patch of stride 3... of a 2 x 2 grid.
    const small = spec(7, 7, { kernel: 3 });
    const corner = new Uint8Array(49);
    corner[48] = 255;
    expect(inputCount(small)).toBe(4);
    expect(encode(small, corner).order).toHaveLength(0);
  });

  test('by hand: one spike of a 2 x 2 patch, its first or its mean', () => {
    const image = Uint8Array.from([0, 51, 204, 102]);
    const one = (train: string) => {
      const { times, multiplicity } = encode(spec(2, 2, { kernel: 2, train }), image);
      expect([...multiplicity]).toEqual([1]);
      return times[0];
    };
    expect(one('latency-first')).toBe(Math.fround(0.2));
    expect(one('latency-mean')).toBe(Math.fround(1.6 / 3));
    expect(one('phase-first')).toBe(Math.fround(1.8 / 4));
    expect(one('phase-mean')).toBe(Math.fround(7.6 / 12));
  });

  test('a volley holds the mean and the multiplicity 2 n / k^2 of each train, or its one spike', () => {
    fc.assert(
      fc.property(pictures, ({ network, image }) => {
        const { times, multiplicity } = encode(network, image);
        const area = network.coding.kernel ** 2;
        const { emits } = trainParts(network);
        for (let i = 0; i < times.length; i++) {
          const train = spikeTrain(network, image, i);
          const sum = train.reduce((total, { time }) => total + time, 0);
          const wanted =
            emits === 'first' ? Math.min(...train.map(({ time }) => time)) : sum / train.length;
          const one = area === 1 || emits !== 'train';
          const m = one ? Math.min(1, train.length) : (2 * train.length) / area;
          expect(multiplicity[i]).toBeCloseTo(m, 6);
          expect(train.length === 0 ? Infinity : wanted - times[i]!).toSatisfy(
            (d: number) => d === times[i] || Math.abs(d) < 1e-7,
          );
          for (const { pixel, time } of train) {
            expect(image[pixel]).toBeGreaterThan(25);
            expect(time).toBeGreaterThanOrEqual(0);
            expect(time).toBeLessThanOrEqual(1);
          }
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('the average delay response is exact from the last spike of a train on', () => {
    fc.assert(
      fc.property(pictures, fc.double({ min: 0, max: 2, noNaN: true }), (picture, after) => {
        const { network, image } = picture;
        fc.pre(trainParts(network).emits === 'train');
        const volley = encode(network, image);
        const unit = network.coding.kernel === 1 ? 1 : 2 / network.coding.kernel ** 2;
        for (const i of volley.order) {
          const train = spikeTrain(network, image, i);
          const t = Math.max(...train.map(({ time }) => time)) + after;
          const ramps = train.reduce((sum, { time }) => sum + unit * (t - time), 0);
          const weights = volley.times.map((_, n) => (n === i ? 1 : 0));
          const v = membranePotential(volley, weights, 0, 'average-delay', t);
          expect(Math.abs(v - ramps)).toBeLessThan(1e-6);
        }
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  test('one spike has the same time as the train whose mean it is, and is no later than the mean when it is the first', () => {
    fc.assert(
      fc.property(pictures, ({ network, image }) => {
        const { pixel } = trainParts(network);
        const as = (train: string) => {
          const changed = parseNetwork({ ...network, coding: { ...network.coding, train } });
          return encode(changed, image);
        };
        const whole = as(pixel);
        const mean = as(`${pixel}-mean`);
        const first = as(`${pixel}-first`);
        expect(mean.times).toEqual(whole.times);
        expect(mean.order).toEqual(whole.order);
        expect(first.order).toHaveLength(whole.order.length);
        for (const i of whole.order) expect(first.times[i]).toBeLessThanOrEqual(whole.times[i]!);
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  test.each(['latency', 'latency-mean'])('%s: times are float32, equal averages equal', (train) => {
    const network = spec(4, 2, { kernel: 2, train });
    const image = Uint8Array.from([100, 200, 150, 0, 0, 0, 150, 0]);
    const { times } = encode(network, image);
    expect(times[0]).toBe(times[1]);
    expect(Math.fround(times[0]!)).toBe(times[0]);
  });

  test('an input neuron emits one spike of a single pixel, and with the codes that say so', () => {
    const ones = TRAIN_CODES.filter((train) =>
      emitsOne({ coding: { kernel: 2, stride: 2, train } }),
    );
    expect(ones).toEqual(['latency-first', 'latency-mean', 'phase-first', 'phase-mean']);
    expect(
      TRAIN_CODES.every((train) => emitsOne({ coding: { kernel: 1, stride: 1, train } })),
    ).toBe(true);
  });
});
