import { expect, test } from 'vitest';
import { imageAt, select } from '../image-set';
import { readOwnFiles } from '../own-files';
import { writeImages, writeLabels } from '../write-idx';
import { drawn } from './hand.test-data';
import { addClass, addExample, imageOf, NOTHING_TAUGHT, renameClass, type Taught } from './taught';
import { TEN } from './taught-names';
import { OF_EACH, taughtAlone, taughtSets, TESTED } from './taught-sets';

/** A class a digit, `count` drawings of each. */
function taught(digits: readonly number[], count: number): Taught {
  let all = NOTHING_TAUGHT;
  for (const digit of digits) {
    all = addClass(all);
    const { id } = all.classes.at(-1)!;
    for (const strokes of drawn(0, digit, count, 1))
      all = addExample(all, id, { strokes, image: imageOf(strokes) });
  }
  return all;
}

test('few drawings are all learned from; of ten of each class one in five is held out', () => {
  const few = taughtSets(taught([2, 4, 7], 5), null);
  expect(few.heldOut).toBe(false);
  expect(few.test).toMatchObject({ count: 15, classes: 3, classNames: ['A', 'B', 'C'] });
  expect(few.train.count).toBe(3 * OF_EACH);
  // Each drawing is there as it is, and then as other hands might draw it: never the same again, and as much ink, give or take.
  for (const [index, from] of [
    [0, 0],
    [4, 4],
    [300, 5],
  ] as const)
    expect([...imageAt(few.train, index)]).toEqual([...imageAt(few.test, from)]);
  const seen = new Set(Array.from({ length: 300 }, (_, n) => imageAt(few.train, n).join()));
  expect(seen.size).toBe(300);
  const ink = (n: number) => imageAt(few.train, n).reduce((sum, byte) => sum + byte, 0);
  for (let n = 5; n < 300; n++) {
    expect(ink(n) / ink(n % 5)).toBeGreaterThan(0.5);
    expect(ink(n) / ink(n % 5)).toBeLessThan(2);
  }
  const many = taughtSets(taught([2, 4, 7], 10), null);
  expect([many.heldOut, many.train.count, many.test.count]).toEqual([true, 3 * OF_EACH, 6]);
  expect([...many.test.labels]).toEqual([0, 0, 1, 1, 2, 2]);
});

test('the set is another once a drawing is, and the same under another name', () => {
  const all = taught([2, 4], 3);
  const { hash } = taughtSets(all, null);
  expect(taughtSets(renameClass(all, all.classes[0]!.id, '☺'), null).hash).toBe(hash);
  expect(taughtSets(taught([2, 4], 4), null).hash).not.toBe(hash);
});

test('saved as IDX files and opened again it is the same data set', async () => {
  const all = taught([2, 4, 7], 10);
  const set = taughtAlone(all);
  const again = await readOwnFiles({
    trainImages: new File([writeImages(set)], 'taught-images-idx3-ubyte'),
    trainLabels: new File([writeLabels(set)], 'taught-labels-idx1-ubyte'),
  });
  expect(again.hash).toBe(taughtSets(all, null).hash);
  expect(again.train.count + again.test.count).toBe(30);
  const images = all.classes.flatMap(({ examples }) => examples.map(({ image }) => [...image]));
  const bytes = writeImages(set).subarray(16);
  expect([...bytes]).toEqual(images.flat());
});

test('beside digits every own class is as large as a digit, and digits come first', () => {
  const count = 1200;
  const mnist = {
    width: 28,
    height: 28,
    count,
    images: new Uint8Array(count * 784).fill(9),
    labels: Uint8Array.from({ length: count }, (_, n) => n % 10),
    classes: 10,
  };
  const all = taught([2, 4], 7);
  const { train, test: tested, hash } = taughtSets(all, { train: mnist, test: mnist });
  expect(train.classNames).toEqual([...TEN, 'A', 'B']);
  expect(select(train, { label: 3 }).length).toBe(120);
  expect(select(train, { label: 11 }).length).toBe(OF_EACH);
  expect(select(tested, { label: 11 }).length).toBe(7);
  expect(select(tested, { label: 0 }).length).toBe(TESTED);
  expect(hash).not.toBe(taughtSets(all, null).hash);
});
