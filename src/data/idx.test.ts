import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DataError } from './data-error';
import { readImages, readImageSet, readLabels } from './idx';
import { idxFile, imageFile, labelFile } from './idx.test-data';

const gzip = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(gzipSync(bytes));

async function sentence(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataError);
  const { message } = error as DataError;
  expect(message).toMatch(/^[A-Z].*\.$|\?$/);
  expect(message).not.toContain('\n');
  return message;
}

describe('readImageSet', () => {
  const pixels = Uint8Array.from({ length: 3 * 2 * 4 }, (_, i) => i * 10);

  test.each([
    ['plain', (b: Uint8Array<ArrayBuffer>) => b],
    ['gzip', gzip],
  ])('reads %s files', async (_, pack) => {
    const set = await readImageSet(pack(imageFile(3, 2, 4, pixels)), pack(labelFile([2, 0, 1])));
    expect(set).toMatchObject({ width: 4, height: 2, count: 3, classes: 3 });
    expect([...set.images]).toEqual([...pixels]);
    expect([...set.labels]).toEqual([2, 0, 1]);
  });

  test('takes the number of classes it is told', async () => {
    const set = await readImageSet(imageFile(1, 2, 2), labelFile([0]), { classes: 10 });
    expect(set.classes).toBe(10);
    expect(
      await sentence(readImageSet(imageFile(1, 2, 2), labelFile([7]), { classes: 5 })),
    ).toContain('names class 7');
  });

  test('refuses labels of another number of images', async () => {
    const message = await sentence(readImageSet(imageFile(3, 2, 2), labelFile([0, 1])));
    expect(message).toBe(
      'The image file holds 3 images but the label file 2 labels: they do not belong together.',
    );
  });

  test.each([
    [[0, 0], '1 class '],
    [[0, 64], '65 classes'],
    [[255, 1], '256 classes'],
  ])('refuses labels %j', async (labels, words) => {
    expect(await sentence(readImageSet(imageFile(2, 2, 2), labelFile(labels)))).toContain(words);
  });

  test('takes 2 and 64 classes', async () => {
    for (const largest of [1, 63]) {
      const set = await readImageSet(imageFile(2, 1, 1), labelFile([0, largest]));
      expect(set.classes).toBe(largest + 1);
    }
  });
});

describe('broken image files', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'too short'],
    ['a web page', new TextEncoder().encode('<!doctype html>'), 'is a web page'],
    ['nothing known', Uint8Array.of(9, 8, 7, 6, 0), 'starts with 0x09080706'],
    ['a label file', labelFile([1, 2, 3, 4, 5, 6, 7, 8, 9]), 'swapped'],
    ['a part of its header', imageFile(1, 2, 2).slice(0, 10), 'within its header'],
    ['too few bytes', imageFile(3, 2, 2).slice(0, 20), 'cut off'],
    ['too many bytes', imageFile(3, 2, 2, new Uint8Array(13)), 'more than the 3'],
    ['images too large', imageFile(1, 28, 65), '65 x 28'],
    ['images of no size', imageFile(1, 0, 28), '28 x 0'],
    ['no images', imageFile(0, 28, 28), 'no images'],
    ['more than memory holds', imageFile(4_000_000_000, 28, 28, []), 'more than can be held'],
  ])('%s', async (_, file, words) => {
    expect(await sentence(readImages(file))).toContain(words);
    expect(await sentence(readImages(gzip(file)))).toContain(words);
  });

  test('a damaged gzip', async () => {
    const packed = gzip(imageFile(100, 28, 28));
    expect(await sentence(readImages(packed.slice(0, packed.length - 20)))).toContain(
      'damaged gzip',
    );
  });

  test('a gzip that unpacks to far more than its header says stops early', async () => {
    const bomb = gzip(imageFile(1, 2, 2, new Uint8Array(50_000_000)));
    expect(await sentence(readImages(bomb))).toContain('more than the 1');
  });

  test('a small gzip that promises gigabytes gets none', async () => {
    const liar = gzip(imageFile(500_000, 64, 64, [1, 2, 3]));
    expect(await sentence(readImages(liar))).toContain('cut off');
  });

  test('of gigabytes of something else only the beginning is read', async () => {
    const gigabytes = (front: Uint8Array<ArrayBuffer>) => {
      let asked = 0;
      const read = async (begin: number, end: number) => {
        asked += end - begin;
        // As long as a disk may take.
        await new Promise((resolve) => setTimeout(resolve));
        const bytes = new Uint8Array(end - begin);
        bytes.set(front.subarray(begin, end));
        return bytes;
      };
      return { file: { size: 1.9e9, read }, asked: () => asked };
    };
    const other: [Uint8Array<ArrayBuffer>, string][] = [
      [new Uint8Array(16), 'starts with 0x00000000'],
      [imageFile(3, 28, 28), 'more than the 3'],
      [gzip(new Uint8Array(1000)), 'starts with 0x00000000'],
      [gzip(new Uint8Array(16)), 'starts with 0x00000000'],
      [gzip(imageFile(1, 1, 1, new Uint8Array(5_000_000))), 'more than the 1'],
    ];
    for (const [front, words] of other) {
      const { file, asked } = gigabytes(front);
      expect(await sentence(readImages(file))).toContain(words);
      expect(asked()).toBeLessThan(2e7);
    }
  });

  test('whatever the bytes, a DataError or images', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('raw', 'headed', 'gzip'),
        async (bytes, how) => {
          const headed = idxFile([0x803, 2, 3, 4], bytes);
          const file =
            how === 'raw' ? Uint8Array.from(bytes) : how === 'gzip' ? gzip(headed) : headed;
          await readImages(file).then(
            (images) => expect(images.images.length).toBe(24),
            (error: unknown) => expect(error).toBeInstanceOf(DataError),
          );
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('broken label files', () => {
  test.each([
    ['an image file', imageFile(1, 2, 2), 'swapped'],
    ['too few bytes', labelFile([1, 2, 3]).slice(0, 10), 'cut off'],
    ['too many bytes', idxFile([0x801, 1], [1, 2]), 'more than the 1'],
    ['no labels', labelFile([]), 'no labels'],
  ])('%s', async (_, file, words) => {
    expect(await sentence(readLabels(file))).toContain(words);
  });
});
