import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readImageSet } from '../../data/idx';
import { measureInputSpikes } from '../../model/initialise';
import { parseNetwork } from '../../model/validate';
import { createDataStore } from '../data/data-state';
import { createInitialiser } from './initial';

it('knows before MNIST has come what would be measured on it', async () => {
  const read = (name: string) =>
    new Uint8Array(readFileSync(`public/data/mnist-train-${name}.bin`));
  const set = await readImageSet(read('images'), read('labels'));
  const initial = createInitialiser({ data: createDataStore() });
  for (const [kernel, stride] of [
    [1, 1],
    [2, 2],
    [4, 2],
    [4, 4],
  ]) {
    const spec = parseNetwork({ coding: { kernel, stride } });
    expect(initial.birth(spec, 1).drive).toBeCloseTo(measureInputSpikes(spec, set.images), 9);
  }
});
