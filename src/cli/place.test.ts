import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFolder, mtspike, TRAIN_LINE, type Folder } from './fixture';
import { isSamePlace, placeOf } from './place';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
  mkdirSync(folder.file('d'));
  symlinkSync('d', folder.file('dl'));
});
afterEach(() => folder.remove());

const same = async (a: string, b: string): Promise<boolean> =>
  isSamePlace(await placeOf(folder.path, a), await placeOf(folder.path, b));

describe('two names are one place', () => {
  test.each([
    ['as paths', 'a', './d/../a'],
    ['through a linked folder', 'd/m', 'dl/m'],
    ['through a link to nothing yet', 'ahead', 'd/new'],
    ['through a link to that', 'further', 'd/new'],
    ['but for capitals, where nothing is yet', 'd/State', 'd/state'],
    ['but for how an accent is written', 'd/\u00e9', 'd/e\u0301'],
    ['by another link to the same file', 'text', 'd/text'],
  ])('%s', async (_, a, b) => {
    symlinkSync('d/new', folder.file('ahead'));
    symlinkSync('ahead', folder.file('further'));
    linkSync(folder.file('text'), folder.file('d/text'));
    expect(await same(a, b)).toBe(true);
  });

  test.each([
    ['other names', 'a', 'b'],
    ['one name in two folders', 'a', 'd/a'],
    ['links in a circle, and anything', 'round', 'a'],
    ['folders that are not there', 'no/a', 'none/a'],
  ])('not %s', async (_, a, b) => {
    symlinkSync('round', folder.file('round'));
    expect(await same(a, b)).toBe(false);
  });
});

describe('train', () => {
  test.each([
    ['a linked folder', 'd/m', 'dl/m'],
    ['a link to the checkpoint', 'link', 'd/state'],
    ['a linked checkpoint', 'd/state', 'link'],
  ])('never takes the model for its checkpoint: %s', async (_, out, checkpoint) => {
    symlinkSync('d/state', folder.file('link'));
    const line = `${TRAIN_LINE} --epochs 1 --out ${out} --checkpoint ${checkpoint}`;
    const { code, err } = await mtspike(folder, line);
    expect([code, err]).toEqual([
      2,
      '--checkpoint and --out name the same file: give each a name of its own.\n',
    ]);
  });

  test('removes the checkpoint that a link leads to', async () => {
    symlinkSync('d/state', folder.file('link'));
    const line = `${TRAIN_LINE} --epochs 2 --out m --checkpoint link`;
    expect((await mtspike(folder, line)).code).toBe(0);
    expect(await same('link', 'd/state')).toBe(true);
    expect((await placeOf(folder.path, 'link')).present).toBeUndefined();
  });

  const inputs = ['images', 'labels', 'test-images', 'test-labels'];
  test.each(['out', 'checkpoint'].flatMap((output) => inputs.map((input) => [output, input])))(
    'never writes --%s over --%s',
    async (output, input) => {
      const name = input!.startsWith('test') ? input! : `train-${input}`;
      symlinkSync(`../${name}`, folder.file('d/link'));
      const before = readFileSync(folder.file(name));
      for (const path of [name, `dl/link`]) {
        const line = `${TRAIN_LINE} --epochs 1 --out other --${output} ${path}`;
        const { code, out, err } = await mtspike(folder, line);
        expect(err).toBe(
          `--${output} ${path} is the file of --${input} and would overwrite it: give --${output} another name.\n`,
        );
        expect([code, out]).toEqual([1, '']);
      }
      expect(readFileSync(folder.file(name)).equals(before)).toBe(true);
    },
  );

  test('never writes over MNIST', async () => {
    const mnist = new URL('../../public/data/mnist-test-images.bin', import.meta.url).pathname;
    const { code, err } = await mtspike(folder, `train --out ${mnist}`);
    expect(err).toContain('is the file of MNIST and would overwrite it');
    expect(code).toBe(1);
  });

  test('writes over what it does not read', async () => {
    writeFileSync(folder.file('old'), 'an older model');
    expect((await mtspike(folder, `${TRAIN_LINE} --epochs 1 --out old`)).code).toBe(0);
  });
});
