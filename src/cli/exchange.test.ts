import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readModel, writeModel } from '../files/model-file';
import { initialise } from '../model/initialise';
import { parseNetwork } from '../model/validate';
import { CLASSES, createFolder, mtspike, SIDE, type Folder } from './fixture';

const spec = parseNetwork({
  input: { width: SIDE, height: SIDE },
  convolutions: [{ channels: 3, kernel: 3, stride: 2 }],
  layers: [5, CLASSES],
  threshold: 2,
});
const model = {
  spec,
  weights: initialise(spec, 1, 8),
  metadata: { class_names: '["a","b","c"]' },
};

const FIXTURES = ['ramp_6-5-3.nir', 'lif_norse.nir', 'cnn_sinabs.nir'];

let folder: Folder;
beforeAll(() => {
  folder = createFolder();
  writeFileSync(folder.file('model'), writeModel(model));
  for (const name of FIXTURES) {
    const path = new URL(`../files/nir/fixtures/${name}`, import.meta.url);
    copyFileSync(fileURLToPath(path), folder.file(name));
  }
});
afterAll(() => folder.remove());

const bytesOf = (name: string) => new Uint8Array(readFileSync(folder.file(name)));

describe('export and import', () => {
  test('bring a network back as it was, and classify reads either', async () => {
    const exported = await mtspike(folder, 'export --to nir --model model --out a.nir');
    expect(exported.code).toBe(0);
    expect(exported.err).toMatch(
      /^a\.nir: 36-3c3s2-5-3, as NIR, which cannot say:\n- Deadlines: layer l may fire until l times 3 here \(the outputs until 9\)/,
    );
    const imported = await mtspike(folder, 'import --from a.nir --out back');
    expect([imported.code, imported.err]).toEqual([
      0,
      'back: 36-3c3s2-5-3, for images of 6 x 6 pixels.\n',
    ]);
    expect(bytesOf('back')).toEqual(bytesOf('model'));
    const line = (name: string) =>
      mtspike(folder, `classify --engine reference --images test-images --spikes --model ${name}`);
    expect(await line('a.nir')).toEqual(await line('model'));
  });

  test('say what a file of another tool leaves open', async () => {
    const { code, err } = await mtspike(folder, 'import --from ramp_6-5-3.nir --out ramp');
    expect(code).toBe(0);
    expect(err).toBe(
      'ramp_6-5-3.nir: NIR has no deadlines: layer l may fire until l times 3 (--deadline changes that).\n' +
        'ramp: 6-5-3, for images of 3 x 2 pixels.\n',
    );
    const given = 'import --from ramp_6-5-3.nir --deadline 50 --width 6 --height 1 --out long';
    expect((await mtspike(folder, given)).err).toBe('long: 6-5-3, for images of 6 x 1 pixels.\n');
    expect(readModel(bytesOf('long')).spec).toMatchObject({ deadline: 50, layers: [5, 3] });
  });

  test.each([
    ['--from lif_norse.nir', 1, 'lif_norse.nir: The node 1 (LIF) has a membrane potential'],
    ['--from cnn_sinabs.nir', 1, 'cnn_sinabs.nir: The node 4 (SumPool2d) adds up'],
    ['--from text', 1, 'text: The file is no safetensors file'],
    ['--from ramp_6-5-3.nir --response exponential', 2, '--response is said by ramp_6-5-3.nir'],
    ['--from ramp_6-5-3.nir --width 5', 1, 'input neurons, but the weights take 6'],
  ])('%s is refused and nothing is written', async (options, expected, words) => {
    const { code, err } = await mtspike(folder, `import ${options} --out none`);
    expect(err).toContain(words);
    expect(err).toMatch(/^[^\n]{1,300}\n$/);
    expect([code, existsSync(folder.file('none'))]).toEqual([expected, false]);
  });
});
