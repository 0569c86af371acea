import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { imageFile, labelFile } from './idx.test-data';
import { npyFile, npzFile } from './numpy.test-data';
import { readOwnFiles } from './own-files';
import { readAnyImages } from './read-data';
import { sortFiles } from './sort-files';

const file = (name: string, bytes: Uint8Array | string) =>
  new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name);
/** Four images of 2 x 2 that say their own index. */
const PIXELS = Uint8Array.from({ length: 16 }, (_, i) => 10 + Math.floor(i / 4));
const x = npyFile({ type: 'u1', shape: [4, 2, 2], bytes: PIXELS });
const y = npyFile({ type: 'i4', shape: [4], bytes: Int32Array.of(0, 1, 0, 1) });
const test2 = {
  x_test: npyFile({ type: 'u1', shape: [2, 4], bytes: PIXELS.slice(0, 8) }),
  y_test: npyFile({ type: 'u1', shape: [2], bytes: Uint8Array.of(1, 1) }),
};

test.each([0, 6] as const)('an archive brings both halves, packed or not (%i)', async (level) => {
  const archive = file('mnist.npz', npzFile({ x_train: x, y_train: y, ...test2 }, level));
  const { data, labelled, refused } = await sortFiles([archive]);
  expect([data, labelled, refused]).toEqual([{ trainImages: archive }, [archive], []]);
  const sets = await readOwnFiles(data);
  expect(sets).toMatchObject({ heldOut: false, train: { count: 4, width: 2 }, test: { count: 2 } });
  expect([...sets.train.labels, ...sets.test.labels]).toEqual([0, 1, 0, 1, 1, 1]);
  expect(sets.train.images).toEqual(PIXELS);
  // Whoever asks about images, asks about those for testing.
  expect((await readAnyImages(await bytesOf(archive), 'mnist.npz')).count).toBe(2);
});

test('an archive of one half, a table and a pair of arrays are held out of, as IDX files are', async () => {
  const table = '0,10,10,10,10\n1,11,11,11,11\n0,12,12,12,12\n1,13,13,13,13\n';
  const all: File[][] = [
    [file('mine.npz', npzFile({ arr_0: x, arr_1: y }))],
    [file('mine.csv', table)],
    [file('mine.csv.gz', gzipSync(table))],
    [file('x.npy', x), file('y.npy', y)],
    [file('x.npy.gz', gzipSync(x)), file('y', labelFile([0, 1, 0, 1]))],
    [file('x', imageFile(4, 2, 2, PIXELS)), file('y.npy', y)],
  ];
  const hashes = new Set<string>();
  for (const files of all) {
    const { data, refused } = await sortFiles(files);
    expect(refused).toEqual([]);
    const { heldOut, hash, train, test: held } = await readOwnFiles(data);
    expect([heldOut, train.count, held.count]).toEqual([true, 3, 1]);
    hashes.add(hash);
  }
  expect(hashes.size).toBe(1);
});

test('what is wrong with them is one sentence', async () => {
  const labels = file('other', labelFile([0, 1, 0, 1]));
  const refused = async (images: File, trainLabels?: File) =>
    readOwnFiles({ trainImages: images, ...(trainLabels && { trainLabels }) }).then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
  const archive = npzFile({ x, y }, 6);
  expect(await refused(file('x.npy', x))).toMatch(/^The training labels are missing/);
  expect(await refused(file('m.npz', archive), labels)).toBe(
    'm.npz brings its labels along: leave out other, which holds others.',
  );
  expect(await refused(file('m.npz', archive.slice(0, -9)))).toMatch(/^m.npz is a damaged archive/);
  const objects = npyFile({ type: 'O', shape: [3], bytes: PIXELS });
  expect(await refused(file('m.npz', npzFile({ objects })))).toMatch(
    /^objects in m.npz is an array of Python objects/,
  );
  expect(await refused(file('m.npz', npzFile({ y })))).toMatch(/^m.npz holds no array of images/);
  expect(await refused(file('m.npz', npzFile({ x })))).toMatch(/^m.npz holds no labels/);
  expect(await refused(file('m.csv', '1,2,3,4\n5,6,7,8\n'))).toMatch(/^m.csv holds no labels/);
  const many = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`a${n}`, y]));
  expect(await refused(file('m.npz', npzFile(many)))).toMatch(/^m.npz holds more than 100 entries/);
});

test('an archive that unpacks to too much is refused before it is unpacked', async () => {
  const archive = npzFile({ x, y }, 6);
  const view = new DataView(archive.buffer);
  // The unpacked size, in the central directory.
  const directory = archive.findIndex(
    (_, i) => view.getUint32(Math.min(i, archive.length - 4), true) === 0x02014b50,
  );
  view.setUint32(directory + 24, 400_000_001, true);
  const bomb = readOwnFiles({ trainImages: file('m.npz', archive) });
  await expect(bomb).rejects.toThrow('m.npz holds more than 400 MB');
});

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}
