import { afterAll, beforeAll, expect, test } from 'vitest';
import { initialise } from '../../model/initialise';
import { createRandom } from '../../model/random';
import { parseNetwork } from '../../model/validate';
import type { Engine } from '../engine';
import { chooseKernels } from './choose-kernels';
import { createCpuEngine } from './engine';
import { plainKernels } from './plain';

const SIDE = 20;
const IMAGES = 24;
let engines: Engine[] = [];
beforeAll(async () => {
  engines = await Promise.all(
    [plainKernels, await chooseKernels({})].map((provider) => createCpuEngine({ provider })),
  );
});
afterAll(() => Promise.all(engines.map((engine) => engine.dispose())));

// Many spikes at one time are summed up by themselves: here all are at one, none is, or they are more such runs than are told apart.
test.each([
  ['all at one time', 1],
  ['at two times', 2],
  ['at 12 times', 12],
  ['at 255 times', 255],
])('neurons fire as in plain TypeScript when spikes come %s', async (_, levels) => {
  const spec = parseNetwork({ input: { width: SIDE, height: SIDE, cut: 0 }, layers: [37, 5] });
  const random = createRandom(levels);
  const images = Uint8Array.from({ length: IMAGES * SIDE * SIDE }, () => {
    const ink = random.below(2) * (1 + random.below(levels));
    return Math.round((ink * 255) / levels);
  });
  const network = { spec, weights: initialise(spec, 1, (SIDE * SIDE) / 2) };
  const runs = await Promise.all(
    engines.map(async (engine) => {
      await engine.setNetwork(network);
      return engine.run({ width: SIDE, height: SIDE, count: IMAGES, images });
    }),
  );
  const [plain, found] = runs.map((samples) =>
    samples.map(({ layers }) => layers.map(({ times }) => Array.from(times))),
  );
  let fire = 0;
  found!.forEach((layers, s) =>
    layers.forEach((times, l) =>
      times.forEach((t, j) => {
        expect(t).toBeCloseTo(plain![s]![l]![j]!, 4);
        if (l > 0 && t < Infinity) fire++;
      }),
    ),
  );
  expect(fire).toBeGreaterThan(IMAGES);
});
