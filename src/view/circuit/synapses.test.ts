import { describe, expect, it } from 'vitest';
import { createRandom } from '../../model/random';
import { parseNetwork } from '../../model/validate';
import { drawnSynapses, synapseCount } from './synapses';

const everything = () => true;

function randomWeights(sizes: number[], seed: number): Float32Array[] {
  const random = createRandom(seed);
  return sizes
    .slice(1)
    .map((n, l) => Float32Array.from({ length: n * sizes[l]! }, () => random.normal()));
}

describe('of a small network', () => {
  const spec = parseNetwork({ input: { width: 5, height: 1, cut: 0 }, layers: [6, 3] });

  it('all synapses are drawn but the weakest, and it is told from what on', () => {
    const weights = randomWeights([5, 6, 3], 1);
    const { list, all, from } = drawnSynapses(spec, weights, {
      shown: everything,
      focus: null,
      parts: [],
    });
    expect(all).toBe(48);
    const expected = weights.map((w) => w.filter((x) => Math.abs(x) >= from!).length);
    expect(list).toHaveLength(expected[0]! + expected[1]!);
    expect(list.length).toBeLessThan(48);
    const one = list.find(({ layer, pre, post }) => layer === 2 && pre === 4 && post === 1)!;
    expect(one.weight).toBe(weights[1]![1 * 6 + 4]);
    expect(Math.max(...list.filter((s) => s.layer === 1).map((s) => s.strength))).toBe(1);
  });
});

describe('of a large network', () => {
  const spec = parseNetwork({ input: { width: 20, height: 20 }, layers: [60, 10] });
  const weights = randomWeights([400, 60, 10], 2);
  const parts = [new Float64Array(400), new Float64Array(60)];
  for (let j = 0; j < 60; j += 3) parts[1]![j] = j - 20;
  for (let i = 0; i < 400; i += 5) parts[0]![i] = 0.01;
  const request = { shown: everything, focus: { layer: 2, neuron: 7 }, parts };

  it('those of the focus are drawn, back through the layers, and some of the strongest others', () => {
    const { list, all, from } = drawnSynapses(spec, weights, request);
    expect(all).toBe(24_600);
    expect(from).toBeNull();
    expect(list.length).toBeLessThanOrEqual(60 + 240 + 200);
    const into = list.filter((s) => s.layer === 2 && s.post === 7);
    expect(into).toHaveLength(60);
    // Back from neurons that contribute, along synapses whose input does.
    const back = list.filter(
      (s) => s.layer === 1 && parts[1]![s.post] !== 0 && parts[0]![s.pre] !== 0,
    );
    expect(back.length).toBeGreaterThanOrEqual(240);
    const strongest = weights[0]!.reduce(
      (best, w, n, l) => (Math.abs(w) > Math.abs(l[best]!) ? n : best),
      0,
    );
    expect(
      list.some(
        (s) => s.layer === 1 && s.post === Math.floor(strongest / 400) && s.pre === strongest % 400,
      ),
    ).toBe(true);
  });

  it('an input in focus shows where it acts, and what is off the screen is left out', () => {
    const { list } = drawnSynapses(spec, weights, {
      shown: ({ layer, neuron }) => layer !== 1 || neuron % 2 === 0,
      focus: { layer: 0, neuron: 9 },
      parts: [],
    });
    expect(list.filter((s) => s.layer === 1 && s.pre === 9).length).toBeGreaterThan(15);
    expect(list.every((s) => (s.layer === 1 ? s.post : s.pre) % 2 === 0)).toBe(true);
  });
});

it('a shared weight counts once a synapse', () => {
  const spec = parseNetwork({
    input: { width: 8, height: 8 },
    convolutions: [{ channels: 2, kernel: 3, stride: 2 }],
    layers: [3],
  });
  // 3 x 3 positions of 2 channels with 9 synapses each, and 3 outputs with 18.
  expect(synapseCount(spec)).toBe(9 * 2 * 9 + 3 * 18);
});
