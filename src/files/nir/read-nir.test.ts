import { readFileSync } from 'node:fs';
import type { Group } from 'h5wasm';
import { describe, expect, test } from 'vitest';
import { forwardVolley } from '../../model/step';
import { volleyOf } from '../../model/volley';
import { likelyDescription } from '../describe-weights';
import expected from './fixtures/expected.json';
import { writeHdf5 } from './hdf5';
import { readChain } from './read-chain';
import { readNir } from './read-nir';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));

const usual = (weights: Parameters<typeof likelyDescription>[0]) =>
  likelyDescription(weights, { width: 28, height: 28 });

const times = (list: (number | null)[]) => list.map((time) => time ?? Infinity);

describe('a file of another tool', () => {
  test.each(['ramp_6-5-3.nir', 'exponential_6-5-3.nir'] as const)(
    '%s gives the first spikes that an independent calculation found',
    async (name) => {
      const { spec, weights, notes } = await readNir(fixture(name), readChain, usual);
      expect(notes).toEqual([]);
      expect(spec).toMatchObject({
        response: name.startsWith('ramp') ? 'average-delay' : 'exponential',
        threshold: 1,
        layers: [5, 3],
      });
      for (const { input, hidden, output } of expected[name]) {
        const pass = forwardVolley(spec, weights, volleyOf(Float64Array.from(times(input))));
        pass.layers.forEach(({ volley }, l) => {
          times([hidden, output][l]!).forEach((time, neuron) => {
            if (time === Infinity) expect(volley.times[neuron]).toBe(Infinity);
            else expect(volley.times[neuron]).toBeCloseTo(time, 5);
          });
        });
      }
    },
  );

  test.each([
    ['lif_norse.nir', 'The node 1 (LIF) has a membrane potential that leaks away'],
    [
      'lif_rockpool.nir',
      'The node 1_LIFNeuronTorch (LIF) has a membrane potential that leaks away',
    ],
    ['cnn_sinabs.nir', 'The node 4 (SumPool2d) adds up the spikes of several neurons'],
    ['braille_noDelay_bias_zero.nir', 'The node lif1.lif (CubaLIF) '],
  ])('%s is refused by the name of a node', async (name, words) => {
    await expect(readNir(fixture(name), readChain, usual)).rejects.toThrow(words);
  });
});

test.each([
  ['truncated', fixture('ramp_6-5-3.nir').slice(0, 20_000), 'truncated or damaged'],
  ['only a beginning', fixture('ramp_6-5-3.nir').slice(0, 8), 'truncated or damaged'],
])('a file that is %s is refused in a sentence', async (_, bytes, words) => {
  await expect(readNir(bytes, readChain, usual)).rejects.toThrow(words);
});

test('HDF5 that holds something else, and a graph with a loop, are refused in a sentence each', async () => {
  const other = await writeHdf5((file) => {
    const group = file.create_group('model_weights');
    group.create_dataset({ name: 'kernel', data: Float32Array.of(1, 2), shape: [2] });
  });
  await expect(readNir(other, readChain, usual)).rejects.toThrow(
    /^The file is HDF5, but holds no NIR graph\.$/,
  );

  const nodes = { input: 'Input', w: 'Linear', i: 'I', n: 'IF', output: 'Output' };
  const edges = ['input', 'w', 'w', 'i', 'i', 'n', 'n', 'output', 'n', 'w'];
  const loop = await writeHdf5((file) => {
    const graph = file.create_group('node');
    const type = (group: Group, data: string) =>
      group.create_dataset({ name: 'type', data, shape: [], dtype: 'S' });
    type(graph, 'NIRGraph');
    const all = graph.create_group('nodes');
    for (const [name, is] of Object.entries(nodes)) type(all.create_group(name), is);
    graph.create_dataset({ name: 'edges', data: edges, shape: [5, 2], dtype: 'S' });
  });
  await expect(readNir(loop, readChain, usual)).rejects.toThrow(
    /^The node w \(Linear\) feeds itself through i, a loop: here spikes go forward only\.$/,
  );
});
