/** NIR files: sound ones, ours and other tools', with bytes changed. */
import { existsSync, readFileSync } from 'node:fs';
import { likelyDescription } from '../../src/files/describe-weights';
import { ModelFileError } from '../../src/files/model-file-error';
import { openModelFile, type OpenNir } from '../../src/files/model-source';
import { THREAD } from '../../src/files/nir/aside/in-thread.node';
import type { ReadChain } from '../../src/files/nir/nir-chain';
import { readChain } from '../../src/files/nir/read-chain';
import { readNir } from '../../src/files/nir/read-nir';
import { writeNir } from '../../src/files/nir/write-nir';
import { initialise } from '../../src/model/initialise';
import { weightCount } from '../../src/model/network';
import type { Random } from '../../src/model/random';
import { parseNetwork } from '../../src/model/validate';
import { changeBytes } from './change-bytes';
import { pick } from './dice';
import { keptReader } from './kept-reader';
import { require, requireSentence, type Target } from './target';

type Bytes = Uint8Array<ArrayBuffer>;

/** From the project's root, where this is run: built, it lies elsewhere. */
const fixture = (name: string): Bytes =>
  new Uint8Array(readFileSync(`src/files/nir/fixtures/${name}`));

const OWN = parseNetwork({
  input: { width: 5, height: 5 },
  convolutions: [{ channels: 2, kernel: 3, stride: 2 }],
  layers: [4, 2],
});

const SOUND: Bytes[] = [
  fixture('ramp_6-5-3.nir'),
  fixture('exponential_6-5-3.nir'),
  await writeNir({ spec: OWN, weights: initialise(OWN, 1, 6) }),
];

/** HDF5 keeps names, shapes and where things lie between long stretches of nothing: what is not 0 is changed. */
function changeMeaning(random: Random, bytes: Bytes): Bytes {
  const changed = bytes.slice();
  for (let n = 1 + random.below(3); n > 0;) {
    const at = random.below(bytes.length);
    if (bytes[at] === 0) continue;
    changed[at] = random.below(256);
    n--;
  }
  return changed;
}

/** As the commands do, where the program is built with its threads; run from the sources, as unit tests are, there are none. */
const script = new URL(THREAD, import.meta.url);
export const readNirChain: ReadChain = existsSync(script) ? keptReader(script) : readChain;

const openNir: OpenNir = (bytes, describe) => readNir(bytes, readNirChain, describe);

export const nir: Target = {
  name: 'nir',
  make(random) {
    const file = pick(random, SOUND);
    const change = pick(random, [changeBytes, changeMeaning, changeMeaning]);
    return { 'network.nir': change(random, file) };
  },
  async attempt({ 'network.nir': file }) {
    try {
      const { spec, weights } = await openModelFile(file as Bytes, openNir, (found) =>
        likelyDescription(found, { width: 28, height: 28 }),
      );
      const read = weights.reduce((sum, { length }) => sum + length, 0);
      require(read === weightCount(spec), 'The weights are not those of the network.');
      require(weights.every((values) => values.every(Number.isFinite)), 'A weight is not finite.');
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw error;
      requireSentence(error.message);
    }
  },
};
