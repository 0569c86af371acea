import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encode } from '../../model/encode';
import {
  emitsOne,
  hasBothPolarities,
  inputCount,
  POLARITIES,
  TRAIN_CODES,
  type NetworkSpec,
} from '../../model/network';
import { order } from '../../model/volley';
import { parseNetwork } from '../../model/validate';
import { createEncodedSet } from './encoded-set';
import { createEncoder } from './encode';
import { orderSpikes } from './order';
import { plainKernels } from './plain';
import type { KernelProvider } from './network-kernels';
import { chooseKernels } from './choose-kernels';

/** Networks of every coding, with an image that has few grey levels (many simultaneous spikes) or many. */
const cases = fc
  .record({
    width: fc.integer({ min: 1, max: 20 }),
    height: fc.integer({ min: 1, max: 20 }),
    cut: fc.constantFrom(0, 0.1, 0.5, 51 / 255, 0.99),
    kernel: fc.integer({ min: 1, max: 8 }),
    stride: fc.integer({ min: 1, max: 8 }),
    train: fc.constantFrom(...TRAIN_CODES),
    polarity: fc.constantFrom(...POLARITIES),
    levels: fc.constantFrom(3, 255),
  })
  .filter(
    ({ width, height, kernel, stride }) => stride <= kernel && kernel <= Math.min(width, height),
  )
  .chain(({ width, height, cut, kernel, stride, train, polarity, levels }) =>
    fc.record({
      spec: fc.constant(
        parseNetwork({
          input: { width, height, cut },
          coding: polarity === 'both' ? { train, polarity } : { kernel, stride, train },
        }),
      ),
      image: fc
        .array(fc.integer({ min: 0, max: levels }), {
          minLength: width * height,
          maxLength: width * height,
        })
        .map((pixels) => Uint8Array.from(pixels, (p) => Math.round((p * 255) / levels))),
    }),
  );

function expectEncoded(
  spec: NetworkSpec,
  image: Uint8Array,
  spikes: { index: Uint16Array; time: Float32Array; multiplicity?: Float32Array; count: number },
): void {
  const wanted = encode(spec, image);
  const { index, time, multiplicity, count } = spikes;
  expect(Array.from(index.subarray(0, count))).toEqual(Array.from(wanted.order));
  expect(Array.from(time.subarray(0, count))).toEqual(
    Array.from(wanted.order, (i) => wanted.times[i]!),
  );
  if (multiplicity) {
    expect(Array.from(multiplicity!.subarray(0, count))).toEqual(
      Array.from(wanted.order, (i) => wanted.multiplicity[i]!),
    );
  }
}

describe('encoder', () => {
  test('gives exactly the times, multiplicities and order of the model', () => {
    fc.assert(
      fc.property(cases, ({ spec, image }) => {
        const neurons = inputCount(spec);
        const out = {
          index: new Uint16Array(neurons),
          time: new Float32Array(neurons),
          multiplicity: new Float32Array(neurons),
        };
        const count = createEncoder(spec)(image, out, 0);
        expectEncoded(spec, image, { ...out, count });
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe.each([
  ['plain', () => Promise.resolve(plainKernels)],
  ['WebAssembly', () => chooseKernels({})],
])('kernels: %s', (_, open) => {
  let provider: KernelProvider;
  beforeAll(async () => {
    provider = await open();
  });
  afterAll(() => provider.dispose());

  test('encode the images of a batch as the model does', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ spec, image }) => {
        const network = await provider.open(spec, 3, false);
        const { memory, kernels } = network;
        const blank = new Uint8Array(image.length);
        const images = [image, blank, image.toReversed()];
        images.forEach((pixels, s) => memory.images.set(pixels, s * image.length));
        kernels.encode(3);
        const { input } = memory.next;
        images.forEach((pixels, s) => {
          const from = s * input.capacity;
          const { multiplicity } = input;
          expectEncoded(spec, pixels, {
            index: input.index.subarray(from),
            time: input.time.subarray(from),
            ...(multiplicity && { multiplicity: multiplicity.subarray(from) }),
            count: input.count[s]!,
          });
        });
        expect(input.count[1]).toBe(hasBothPolarities(spec) ? image.length : 0);
        network.release();
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

test.each([
  [3, 1, 'latency', 'ink'] as const,
  [3, 1, 'latency', 'both'] as const,
  // Places a multiple of four: several spikes are copied at a time.
  [4, 1, 'latency', 'ink'] as const,
  [4, 1, 'latency', 'both'] as const,
  ...TRAIN_CODES.flatMap((train) => [3, 4].map((width) => [width, 2, train, 'ink'] as const)),
])(
  'an encoded set copies every image, as far as it is encoded: %i wide, patches of %i, %s, %s',
  async (width, kernel, train, polarity) => {
    const size = width * 3;
    const spec = parseNetwork({
      input: { width, height: 3 },
      coding: { kernel, stride: 1, train, polarity },
    });
    const images = Uint8Array.from({ length: 1100 * size }, (_, i) => (i * 89 + (i >> 5)) % 256);
    const set = {
      width,
      height: 3,
      count: 1100,
      images,
      labels: new Uint8Array(1100),
      classes: 10,
    };
    const network = await plainKernels.open(spec, 70, false);
    const encoded = createEncodedSet(set, () => network);
    const { input } = network.memory;
    const all = Uint32Array.from({ length: 1100 }, (_, n) => n);
    // Some come first, as in a training.
    const some = Uint32Array.of(1099, 3, 700);
    some.forEach((n, s) =>
      network.memory.images.set(images.subarray(n * size, (n + 1) * size), s * size),
    );
    network.kernels.encode(some.length);
    expect(encoded.has(some)).toBe(false);
    encoded.keep(some, network.memory.next.input);
    expect(encoded.has(some)).toBe(true);
    encoded.ensure(1);
    expect(encoded.has(Uint32Array.of(0, 700))).toBe(true);
    expect(encoded.has(all)).toBe(false);
    encoded.ensure(1100);
    expect(encoded.has(all)).toBe(true);
    const { index, time, multiplicity, capacity } = input;
    index.fill(7);
    time.fill(7);
    for (const n of [1099, 0, 511, 512, 700]) {
      encoded.copy(n, input, 1);
      // Other samples' places stay as they are.
      for (const places of [index, time])
        expect(places.every((value, p) => value === 7 || Math.floor(p / capacity) === 1)).toBe(
          true,
        );
      expectEncoded(spec, images.subarray(n * size, (n + 1) * size), {
        index: index.subarray(capacity),
        time: time.subarray(capacity),
        ...(multiplicity && { multiplicity: multiplicity.subarray(capacity) }),
        count: input.count[1]!,
      });
      // Where every spike counts once, the engine is spared the multiplicities.
      expect(multiplicity === undefined).toBe(emitsOne(spec));
    }
  },
);

test('what could not be encoded is missing still', async () => {
  const set = { width: 3, height: 3, count: 700, classes: 10, labels: new Uint8Array(700) };
  const images = Uint8Array.from({ length: 700 * 9 }, (_, i) => (i * 89) % 256);
  const network = await plainKernels.open(
    parseNetwork({ input: { width: 3, height: 3 } }),
    70,
    false,
  );
  const encoded = createEncodedSet({ ...set, images }, () => network);
  const { kernels } = network;
  network.kernels = {
    ...kernels,
    encode() {
      throw new RangeError('no memory');
    },
  };
  expect(() => encoded.ensure(700)).toThrow('no memory');
  network.kernels = kernels;
  encoded.ensure(700);
  expect(encoded.has(Uint32Array.from({ length: 700 }, (_, n) => n))).toBe(true);
});

test('spikes are ordered by time, equal times by index, however they cluster', () => {
  const time = fc.oneof(
    fc.constant(Infinity),
    fc.constantFrom(0, 0.5, 0.5000001, 300),
    fc.float({ min: 0, max: 12, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(time, { maxLength: 200 }), (values) => {
      const times = Float32Array.from([9, ...values]);
      const n = values.length;
      const index = new Uint16Array(n + 2);
      const sorted = new Float32Array(n + 2);
      const count = orderSpikes(times, 1, n, index, sorted, 2);
      const wanted = order(times.subarray(1));
      expect(Array.from(index.subarray(2, 2 + count))).toEqual(Array.from(wanted));
      expect(Array.from(sorted.subarray(2, 2 + count))).toEqual(
        Array.from(wanted, (j) => times[j + 1]!),
      );
    }),
    { seed: 2, numRuns: 300 },
  );
});
