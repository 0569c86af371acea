import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { forwardVolley } from '../../model/step';
import { volleyOf } from '../../model/volley';
import { likelyDescription } from '../describe-weights';
import expected from './fixtures/expected.json';
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
