import { expect, test } from 'vitest';
import { readOwnFiles } from './own-files';
import { imageFile, labelFile } from './idx.test-data';
import { pair } from './labels';

const LETTERS = Uint8Array.from({ length: 26 }, (_, i) => i + 1);
const images = (count: number) => ({ width: 1, height: 1, count, images: new Uint8Array(count) });
const paired = (labels: Uint8Array<ArrayBuffer>, options?: Parameters<typeof pair>[2]) =>
  pair(images(labels.length), labels, options);

test('the letters of EMNIST, 1 to 26, become 26 classes from 0 on', () => {
  const set = paired(LETTERS);
  expect(set).toMatchObject({ classes: 26, firstLabel: 1 });
  expect([...set.labels]).toEqual([...LETTERS].map((label) => label - 1));
  // A model with 26 outputs is asked about the same files.
  expect(paired(LETTERS, { classes: 26 }).labels).toEqual(set.labels);
});

test('labels that make sense from 0 on stay as they are: the largest + 1 is the number of classes', () => {
  const set = paired(Uint8Array.of(1, 2, 25));
  expect(set.classes).toBe(26);
  expect([...set.labels]).toEqual([1, 2, 25]);
  expect(set).not.toHaveProperty('firstLabel');
  expect(paired(Uint8Array.of(0, 26)).classes).toBe(27);
  expect(() => paired(Uint8Array.of(0, 64))).toThrow('65 classes');
  expect(() => paired(Uint8Array.of(1, 26), { classes: 10 })).toThrow(
    'names class 26, but there are only 10 classes (0 to 9)',
  );
});

test('ten labels or more from 1 on without a gap count from 1; fewer may be digits without zeros', () => {
  const upTo = (last: number) => Uint8Array.from({ length: last }, (_, i) => i + 1);
  for (const last of [10, 47, 64])
    expect(paired(upTo(last))).toMatchObject({ classes: last, firstLabel: 1 });
  expect(paired(upTo(9)).classes).toBe(10);
  expect(paired(upTo(47).filter((label) => label !== 5)).classes).toBe(48);
  // A network of 11 classes was trained on labels from 0.
  expect(paired(upTo(10), { classes: 11 })).not.toHaveProperty('firstLabel');
});

test('labels for testing are counted as those trained with, even where they lack the last letter', async () => {
  const file = (bytes: Uint8Array<ArrayBuffer>) => new File([bytes], 'mine');
  const files = {
    trainImages: file(imageFile(26, 1, 1)),
    trainLabels: file(labelFile(LETTERS)),
    testImages: file(imageFile(3, 1, 1)),
  };
  const { test: set } = await readOwnFiles({ ...files, testLabels: file(labelFile([1, 2, 3])) });
  expect([...set.labels]).toEqual([0, 1, 2]);
  await expect(readOwnFiles({ ...files, testLabels: file(labelFile([0, 1, 2])) })).rejects.toThrow(
    'mine names class 0, but the labels trained with are counted from 1',
  );
});
