import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImages, readLabels } from '../../data/idx';
import { slice, type ImageSet } from '../../data/image-set';
import { pair } from '../../data/labels';
import { transposed } from '../../data/transpose';
import { createReferenceEngine } from '../../engine/reference/reference';
import { readModel } from '../../files/model-file';
import { lyingWords } from './lying-set';

const bytes = (path: string) => new Uint8Array(readFileSync(path));
const options = {
  loadShipped: () => Promise.resolve(readModel(bytes('public/models/784-128-10.safetensors'))),
  startHelper: () => Promise.resolve(createReferenceEngine()),
};
const mnist = slice(
  pair(
    await readImages(bytes('public/data/mnist-test-images.bin'), 'images'),
    await readLabels(bytes('public/data/mnist-test-labels.bin'), 'labels'),
  ),
  0,
  150,
);
const words = (set: ImageSet) => lyingWords({ options }, set);

test('digits on their sides are told from digits that stand, and from what are no digits', async () => {
  expect(await words(mnist)).toBeNull();
  expect(await words(transposed(mnist))).toMatch(
    /^These images seem to lie on their sides, as EMNIST's do: 784-128-10 reads \d+ % of them as they are, and \d+ % turned\.$/,
  );
  // Labels that have nothing to do with what is seen, on their sides or not.
  const labels = mnist.labels.map((label) => (label * 3 + 1) % 10);
  expect(await words(transposed({ ...mnist, labels }))).toBeNull();
});

test('of letters those are looked at that a reader of digits takes for some; of named classes nothing is said', async () => {
  // I, S and Z as 1, 5 and 2 look, among letters that are none.
  const letters = Uint8Array.from(mnist.labels, (label) => ({ 1: 8, 5: 18, 2: 25 })[label] ?? 0);
  expect(await words(transposed({ ...mnist, labels: letters, classes: 26 }))).toContain('lie on');
  expect(await words({ ...mnist, labels: letters, classes: 26 })).toBeNull();
  const classNames = Array.from('abcdefghij');
  expect(await words(transposed({ ...mnist, classNames }))).toBeNull();
});
