import { expect, test } from 'vitest';
import { encode } from '../../model/encode';
import { initialise } from '../../model/initialise';
import { layerGrids, type NetworkSpec } from '../../model/network';
import { createRandom } from '../../model/random';
import { forward } from '../../model/step';
import { parseNetwork } from '../../model/validate';
import { readChain } from './read-chain';
import { readNir } from './read-nir';
import { simulateNir } from './simulate.test-data';
import { writeNir } from './write-nir';

const network = (description: object): NetworkSpec =>
  parseNetwork({ input: { width: 6, height: 7 }, deadline: 100, ...description });

const NETWORKS: [name: string, spec: NetworkSpec][] = [
  ['dense', network({ layers: [9, 3], threshold: 2 })],
  ['of exponential synapses', network({ layers: [9, 3], response: 'exponential' })],
  [
    'of packed trains',
    network({ coding: { kernel: 2, stride: 2, train: 'phase' }, layers: [9, 3], threshold: 0.5 }),
  ],
  ['of ink and paper', network({ coding: { polarity: 'both' }, layers: [9, 3] })],
  [
    'with a convolution over ink and paper',
    network({
      coding: { polarity: 'both' },
      convolutions: [{ channels: 3, kernel: 3, stride: 2 }],
      layers: [5, 3],
    }),
  ],
  [
    'with two convolutions',
    network({
      convolutions: [
        { channels: 3, kernel: 3, stride: 1 },
        { channels: 4, kernel: 2, stride: 2 },
      ],
      layers: [5, 3],
    }),
  ],
];

function imageOf({ input }: NetworkSpec, seed: number): Uint8Array {
  const random = createRandom(seed);
  return Uint8Array.from({ length: input.width * input.height }, () => random.below(256));
}

test.each(NETWORKS)(
  'a file of a network %s, simulated from the file alone, gives the same first spikes',
  async (_, spec) => {
    const weights = initialise(spec, 3, 20);
    const bytes = await writeNir({ spec, weights });
    const grids = layerGrids(spec);
    for (const seed of [1, 2, 3]) {
      const image = imageOf(spec, seed);
      const input = encode(spec, image);
      // As convolutions take it: channel, row, column.
      const { rows: high, columns: wide, channels: deep } = grids[0]!;
      const inOrder = (values: Float64Array) =>
        grids.length === 1
          ? values
          : values.map(
              (_, i) => values[(i % (high * wide)) * deep + Math.floor(i / (high * wide))]!,
            );
      const simulated = await simulateNir(bytes, inOrder(input.times), inOrder(input.multiplicity));
      const { layers } = forward(spec, weights, image);
      expect(simulated.map((times) => times.length)).toEqual(
        layers.map(({ volley }) => volley.times.length),
      );
      layers.forEach(({ volley }, l) => {
        expect(volley.order.length).toBeGreaterThan(0);
        // NIR: channel, row, column; ours: row, column, channel.
        const { rows, columns, channels } = grids[l + 1] ?? {
          rows: 1,
          columns: 1,
          channels: volley.times.length,
        };
        simulated[l]!.forEach((time, i) => {
          const channel = Math.floor(i / (rows * columns));
          const ours = volley.times[(i % (rows * columns)) * channels + channel]!;
          if (time === Infinity || ours === Infinity) expect(ours).toBe(time);
          else expect(Math.abs(ours - time)).toBeLessThan(1e-5);
        });
      });
    }
  },
);

test.each(NETWORKS)('a network %s comes back unchanged', async (_, spec) => {
  const model = { spec, weights: initialise(spec, 3, 20), metadata: { run: 'the best so far' } };
  expect(await readNir(await writeNir(model), readChain)).toEqual({ ...model, notes: [] });
});

test('the same model gives the same bytes', async () => {
  const [, spec] = NETWORKS[3]!;
  const model = { spec, weights: initialise(spec, 3, 20) };
  expect(await writeNir(model)).toEqual(await writeNir(model));
});
