import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readModel, writeModel } from '../files/model-file';
import { readSafetensors, writeSafetensors } from '../files/safetensors';
import { initialise } from '../model/initialise';
import { parseNetwork } from '../model/validate';
import { CLASSES, createFolder, mtspike, SIDE, type Folder } from './fixture';

const spec = parseNetwork({
  input: { width: SIDE, height: SIDE },
  layers: [5, CLASSES],
  response: 'exponential',
  threshold: 2,
  deadline: 4,
});
const model = { spec, weights: initialise(spec, 1, 8) };

let folder: Folder;
beforeAll(() => {
  folder = createFolder();
  const bytes = writeModel(model);
  const { tensors, metadata } = readSafetensors(bytes);
  writeFileSync(folder.file('described'), bytes);
  writeFileSync(folder.file('bare'), writeSafetensors({ tensors, metadata: {} }));
  writeFileSync(
    folder.file('pt'),
    writeSafetensors({ tensors, metadata: { ...metadata, format: 'pt' } }),
  );
  const network = `{"x":${'['.repeat(3000)}${']'.repeat(3000)}}`;
  writeFileSync(
    folder.file('nested'),
    writeSafetensors({ tensors, metadata: { ...metadata, network } }),
  );
  const second = model.weights.map((w) => w.map(() => -1));
  writeFileSync(
    folder.file('unsound'),
    writeModel({ ...model, optimizer: { step: 3, first: second, second } }),
  );
});
afterAll(() => folder.remove());

const classify = (name: string, options = '') =>
  mtspike(
    folder,
    `classify --engine reference --images test-images --spikes --model ${name}${options}`,
  );
const SAYS = ' --response exponential --threshold 2 --deadline 4';

describe('weights without a description', () => {
  test('are asked about, naming the options that are missing', async () => {
    const { code, out, err } = await classify('bare');
    expect(err).toBe(
      'bare: The file describes no network: say what its weights 36-5-3 (layers.0.weight, layers.1.weight) belong to with ' +
        '--response, --threshold, --deadline (usual would be --response average-delay --threshold 1 --deadline 3).\n',
    );
    expect([code, out]).toEqual([1, '']);
    expect((await classify('bare', ' --response exponential --deadline 4')).err).toContain(
      'belong to with --threshold (usual would be --threshold 1)',
    );
  });

  test('answer as the described model does once they are described', async () => {
    const right = await classify('described');
    expect(await classify('bare', SAYS)).toEqual(right);
    expect(right.code).toBe(0);
    expect((await classify('bare', SAYS.replace('--deadline 4', '--deadline 1'))).out).not.toBe(
      right.out,
    );
    const evaluated = await mtspike(
      folder,
      `evaluate --engine reference --images test-images --labels test-labels --model bare${SAYS}`,
    );
    expect(JSON.parse(evaluated.out)).toMatchObject({ network: '36-5-3', images: 40 });
  });

  test('that do not fit the images are refused with both numbers', async () => {
    const { code, err } = await classify('bare', `${SAYS} --kernel 2`);
    expect(err).toContain('kernel 2 and stride 2 make 9 input neurons, but the weights take 36.');
    expect(code).toBe(1);
  });

  test('need no description where another program has left ours, nor take one', async () => {
    expect(await classify('pt')).toEqual(await classify('described'));
    const { code, err } = await classify('described', ' --threshold 3');
    expect(err).toBe(
      '--threshold is for weights whose file describes no network, but described describes one (36-5-3): leave it out.\n',
    );
    expect(code).toBe(2);
  });
});

describe('a model file that is not sound', () => {
  test('nested without end is refused in a sentence', async () => {
    const { code, err } = await classify('nested');
    expect(err).toBe(
      "nested: The file's description of its network is nested deeper than the 32 levels that are read.\n",
    );
    expect(code).toBe(1);
  });

  test('with unsound optimiser state answers all the same, and that is said', async () => {
    const { code, out, err } = await classify('unsound');
    expect(err).toContain("unsound: The optimiser's state is left out, since");
    expect([code, out]).toEqual([0, (await classify('described')).out]);
    expect(readModel(writeModel(model)).unsound).toBeUndefined();
  });
});

test('what sentences repeat is short, and controls are shown', async () => {
  const long = 'x'.repeat(1_000_000);
  const escape = '\u001b[2J';
  for (const line of [
    long,
    `classify --${long}`,
    `classify ${long}`,
    `classify -${long}`,
    `classify --engine ${long} --model a --images b`,
    `classify --model ${long} --images b`,
    `evaluate --model described --images ${long} --labels b`,
    `evaluate --model a --images b --labels c --curve jitter --levels ${long}`,
    `train --out ${long}`,
    `train --out a --network ${long}`,
    `train --out a --checkpoint ${long}`,
    `train --images ${escape}${long} --labels b --out c`,
    escape,
    `classify --${escape}`,
    `classify ${escape}`,
    `classify --seed${escape}=1`,
    `classify --engine ${escape} --model a --images b`,
    `classify --model ${escape} --images b`,
  ]) {
    const { code, err } = await mtspike(folder, line);
    expect([1, 2], line.slice(0, 80)).toContain(code);
    // oxlint-disable-next-line no-control-regex -- that is what is looked for
    expect(err).toMatch(/^[^\u0000-\u001f\u007f]{1,400}\n$/);
  }
});
