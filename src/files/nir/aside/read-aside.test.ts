import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { buildForNode } from '../../../../scripts/lib/build-for-node.mjs';
import { cache } from '../../../../scripts/lib/root.mjs';
import { readChain } from '../read-chain';
import { readChainInThread } from './in-thread.node';

const folder = join(cache, 'nir-thread-test');
const script = pathToFileURL(join(folder, 'nir-thread.mjs'));
beforeAll(() => buildForNode({ 'nir-thread': 'src/files/nir/aside/nir-thread.node.ts' }, folder));

const sound = () =>
  new Uint8Array(readFileSync(new URL('../fixtures/ramp_6-5-3.nir', import.meta.url)));

/** One byte of the table of a group's names: HDF5 goes round in it for ever. */
function endless(): Uint8Array<ArrayBuffer> {
  const bytes = sound();
  bytes[2592] = 219;
  return bytes;
}

test('a thread reads what is read here', async () => {
  expect(await readChainInThread(sound(), 60, script)).toEqual(await readChain(sound()));
});

test('a damaged file without end is ended with a sentence', async () => {
  await expect(readChainInThread(endless(), 0.3, script)).rejects.toMatchObject({
    name: 'ModelFileError',
    message: 'The file could not be read within 0.3 s: it is damaged, or too large.',
  });
});

test('other files are refused in the same sentences, and so is what cannot be fetched', async () => {
  const cut = sound().slice(0, 9000);
  await expect(readChainInThread(cut, 60, script)).rejects.toThrow(/truncated or damaged/);
  const nowhere = new URL('no-such-script.mjs', script);
  await expect(readChainInThread(sound(), 60, nowhere)).rejects.toThrow(/could not be fetched/);
});
