import { expect, test } from 'vitest';
import * as layout from './wasm/layout';
import bytes from './wasm/layout.wasm';

const { Layer, Network, LINE } = layout;

/** A cache line in bytes. */
const LINE_BYTES = 64;

/** Every constant by its name, an enum's as `Layer.INPUTS`. */
function constants(): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [name, value] of Object.entries(layout)) {
    if (typeof value === 'number') all[name] = value;
    else
      for (const [member, number] of Object.entries(value))
        if (typeof number === 'number') all[`${name}.${member}`] = number;
  }
  return all;
}

const numbers = (words: object): number[] =>
  Object.values(words).filter((value) => typeof value === 'number');

test('AssemblyScript counts the words as TypeScript does', async () => {
  const module = await WebAssembly.compile(bytes);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const compiled = Object.entries(exports).flatMap(([name, value]) =>
    value instanceof WebAssembly.Global ? [[name, Number(value.value)]] : [],
  );
  expect(Object.fromEntries(compiled)).toEqual(constants());
  expect(compiled.length).toBeGreaterThan(100);
});

test('no word of a layer or of the network is another one too, nor left out', () => {
  expect(numbers(Layer)).toEqual(numbers(Layer).map((_, n) => n));
  expect(layout.LAYER_WORDS).toBeGreaterThanOrEqual(Layer.END);
  const shared = [Network.ROUND, Network.DONE, Network.TAKEN];
  const perThread = [Network.TAKEN, Network.FETCHED, Network.LEARNT, Network.TAKEN_FIRST];
  const own = numbers(Network).filter((word) => word <= Network.END);
  expect(own).toEqual(own.map((_, n) => n));
  expect(new Set(numbers(Network)).size).toBe(numbers(Network).length);
  // What several threads count has a line of its own; what is counted for each thread has its line.
  const line = (word: number): number => Math.floor(word / LINE);
  expect(shared.map((word) => word % LINE)).toEqual([0, 0, 0]);
  expect(new Set([Network.END, ...shared].map(line)).size).toBe(4);
  expect(perThread.map(line)).toEqual(perThread.map(() => line(Network.TAKEN)));
  expect(layout.NETWORK_WORDS).toBe(Network.TAKEN + layout.MOST_THREADS * LINE);
});

test('wherever lists of spikes are, their five words follow one another', () => {
  const words = { ...Layer, ...Network } as unknown as Record<string, number>;
  for (const lists of ['PRE', 'SOURCE', 'ENCODED']) {
    const parts = ['INDEX', 'TIME', 'MULTIPLICITY', 'COUNT', 'CAPACITY'];
    const first = words[`${lists}_INDEX`]!;
    expect(parts.map((part) => words[`${lists}_${part}`]! - first)).toEqual([0, 1, 2, 3, 4]);
  }
});

test('the parts of the scratch memory do not overlap, and begin with a cache line', () => {
  const { BUCKETS, FOUND, MOST_NEURONS, ERROR_SUMS, ENCODE_BYTES, SORT, SCRATCH_BYTES } = layout;
  for (const start of [FOUND, ERROR_SUMS, SORT]) expect(start % LINE_BYTES).toBe(0);
  expect(FOUND).toBeGreaterThan(4 * BUCKETS);
  expect(ERROR_SUMS - FOUND).toBeGreaterThanOrEqual((4 + 2) * MOST_NEURONS);
  expect(SORT - ERROR_SUMS).toBeGreaterThanOrEqual(ENCODE_BYTES);
  expect(SCRATCH_BYTES - ERROR_SUMS).toBeGreaterThanOrEqual(4 * 4 * MOST_NEURONS);
  // Two keys and the neurons of 16 bits, and the times.
  expect(SCRATCH_BYTES - SORT).toBeGreaterThanOrEqual((2 + 2 + 2 + 4) * MOST_NEURONS);
});
