import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imageFile, labelFile } from './idx.test-data';
import { sortFiles } from './sort-files';
import { isTestName } from './test-name';

const file = (name: string, bytes: Uint8Array = new Uint8Array(0)) =>
  new File([Uint8Array.from(bytes)], name);
const images = imageFile(2, 28, 28);
const labels = labelFile([0, 1]);
const namesIn = (data: object) =>
  Object.fromEntries(Object.entries(data).map(([role, { name }]) => [role, name]));

describe('sortFiles', () => {
  it('knows the four files of MNIST, packed or not', async () => {
    const names = {
      trainImages: 'train-images-idx3-ubyte.gz',
      trainLabels: 'train-labels.idx1-ubyte',
      testImages: 't10k-images-idx3-ubyte',
      testLabels: 't10k-labels-idx1-ubyte.gz',
    };
    const files = Object.entries(names).map(([role, name]) => {
      const bytes = role.endsWith('Images') ? images : labels;
      return file(name, name.endsWith('.gz') ? gzipSync(bytes) : bytes);
    });
    const { data, model, refused } = await sortFiles(files);
    expect(namesIn(data)).toEqual(names);
    expect(model).toBeNull();
    expect(refused).toEqual([]);
  });

  it('goes by what a file is, whatever its name says', async () => {
    const { data, refused } = await sortFiles([
      file('label-of-each-image.idx1', labels),
      file('latest-train.bin', gzipSync(images)),
      file('images-test-labels', labels),
      file('test', images),
    ]);
    expect(namesIn(data)).toEqual({
      trainLabels: 'label-of-each-image.idx1',
      trainImages: 'latest-train.bin',
      testLabels: 'images-test-labels',
      testImages: 'test',
    });
    expect(refused).toEqual([]);
  });

  it('takes a model by its ending or its beginning, and says of the rest what it is and what to do', async () => {
    const model = readFileSync('public/models/784-128-10.safetensors');
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10);
    const sorted = await sortFiles([
      file('model.bin', model),
      file('cat.png', png),
      file('set.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 0)),
      file('empty'),
    ]);
    expect(sorted.model?.name).toBe('model.bin');
    expect(sorted.data).toEqual({});
    expect(sorted.pictures.map(({ name }) => name)).toEqual(['cat.png']);
    expect(sorted.refused).toEqual([
      'set.zip is a zip archive: unpack it and choose the files in it.',
      expect.stringMatching(/^empty is neither a model/),
    ]);
    expect((await sortFiles([file('Mine.SafeTensors')])).model?.name).toBe('Mine.SafeTensors');
  });

  it('asks about two files of one place instead of taking the last', async () => {
    const { data, refused } = await sortFiles([file('a', images), file('b', images)]);
    expect(namesIn(data)).toEqual({ trainImages: 'a' });
    expect(refused).toEqual([
      'a and b are both taken for training images by their names: choose each in its place in the data menu.',
    ]);
  });
});

it('a name is judged by whole words', () => {
  const tests = [
    't10k-images-idx3-ubyte.gz',
    'test-images.idx3',
    'emnist-letters-test-labels-idx1',
  ];
  for (const name of [...tests, 'xTest.idx', 'testImages', 'testlabels1', 'val_images', 'Test.gz'])
    expect([name, isTestName(name)]).toEqual([name, true]);
  const others = ['latest-train-images.idx3', 'contest', 'attested', 'invalid-images', 'images'];
  for (const name of [...others, 'train-images-of-the-test', 'evaluated', 'valley'])
    expect([name, isTestName(name)]).toEqual([name, false]);
});
