import { expect, test } from 'vitest';
import file from '../fixtures/ramp_6-5-3.nir?url';
import { readChainInWorker } from './in-worker';

test('a file is read in a worker, and one without end is ended with a sentence', async () => {
  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
  const { chain } = await readChainInWorker(bytes);
  expect([chain.inputs, ...chain.layers.map(({ rows }) => rows)]).toEqual([6, 5, 3]);
  // As in read-aside.test.ts.
  bytes[2592] = 219;
  await expect(readChainInWorker(bytes, 0.3)).rejects.toThrow(
    'The file could not be read within 0.3 s: it is damaged, or too large.',
  );
});
