import { expect, test } from 'vitest';
import { readNpy } from './npy';
import { imagesOf, labelsOf } from './npy-images';
import { npyFile, type NpyParts } from './numpy.test-data';

const array = (parts: NpyParts) => readNpy(npyFile(parts), 'x.npy');
const images = (parts: NpyParts) => imagesOf(array(parts), 'x.npy');
const labels = (parts: NpyParts) => labelsOf(array(parts), 'y.npy');
const six = Uint8Array.of(0, 1, 2, 3, 4, 255);

test('images of one channel, wherever it stands', () => {
  for (const shape of [
    [1, 3, 2],
    [1, 3, 2, 1],
    [1, 1, 3, 2],
  ]) {
    const found = images({ type: 'u1', shape, bytes: six });
    expect(found).toMatchObject({ width: 2, height: 3, count: 1 });
    expect([...found.images]).toEqual([...six]);
  }
  const flat = images({ type: 'u1', shape: [1, 4], bytes: six.slice(2) });
  expect(flat).toMatchObject({ width: 2, height: 2, count: 1 });
});

test('floats from 0 to 1 or to 255, whole numbers of any width', () => {
  const shape = [1, 1, 3];
  const pixels = (parts: Omit<NpyParts, 'shape'>) => [...images({ ...parts, shape }).images];
  expect(pixels({ type: 'f4', bytes: Float32Array.of(0, 0.5, 1) })).toEqual([0, 128, 255]);
  // 0, 0.5 and 1 in half precision; 128 and 255.
  expect(pixels({ type: 'f2', bytes: Uint16Array.of(0, 0x3800, 0x3c00) })).toEqual([0, 128, 255]);
  expect(pixels({ type: 'f2', bytes: Uint16Array.of(0, 0x5800, 0x5bf8) })).toEqual([0, 128, 255]);
  expect(pixels({ type: 'f8', bytes: Float64Array.of(0, 12, 254.6) })).toEqual([0, 12, 255]);
  expect(pixels({ type: 'i8', bytes: BigInt64Array.of(0n, 7n, 255n) })).toEqual([0, 7, 255]);
  expect(pixels({ type: 'b1', bytes: Uint8Array.of(0, 1, 1) })).toEqual([0, 255, 255]);
});

test('the first index runs fastest in the order of Fortran', () => {
  // [2, 1, 3]: image 0 is 0 1 2, image 1 is 10 11 12.
  const bytes = Uint8Array.of(0, 10, 1, 11, 2, 12);
  const found = images({ type: 'u1', shape: [2, 1, 3], bytes, fortran: true });
  expect([...found.images]).toEqual([0, 1, 2, 10, 11, 12]);
});

test('labels of any whole type', () => {
  expect([...labels({ type: 'i8', shape: [2], bytes: BigInt64Array.of(3n, 9n) })]).toEqual([3, 9]);
  expect([...labels({ type: 'f4', shape: [2, 1], bytes: Float32Array.of(3, 9) })]).toEqual([3, 9]);
});

test.each<[string, () => unknown, string]>([
  ['objects', () => array({ type: 'O', shape: [6], bytes: six }), 'an array of Python objects'],
  ['texts', () => array({ type: 'U3', shape: [6], bytes: six }), 'an array of type U3'],
  ['a part', () => array({ type: 'u1', shape: [7], bytes: six }), 'announces 7 values of 1 bytes'],
  ['colours', () => images({ type: 'u1', shape: [1, 2, 1, 3], bytes: six }), 'shape [1, 2, 1, 3]'],
  ['no square', () => images({ type: 'u1', shape: [1, 6], bytes: six }), 'shape [1, 6]'],
  [
    'no images',
    () => images({ type: 'u1', shape: [0, 2, 2], bytes: new Uint8Array() }),
    'no images',
  ],
  [
    'no number',
    () => images({ type: 'f4', shape: [1, 1, 1], bytes: Float32Array.of(Number.NaN) }),
    'image 0: it has the value NaN',
  ],
  ['one-hot', () => labels({ type: 'u1', shape: [2, 3], bytes: six }), 'labels must be [N]'],
  [
    'half',
    () => labels({ type: 'f4', shape: [1], bytes: Float32Array.of(1.5) }),
    'label 0: it is 1.5',
  ],
])('%s: one sentence', (_, read, words) => {
  expect(read).toThrow(words);
});

test('a header that cannot be read is damaged', () => {
  const file = npyFile({ type: 'u1', shape: [6], bytes: six });
  for (const broken of [file.slice(0, 30), file.slice(0, 5), file.with(6, 9)])
    expect(() => readNpy(Uint8Array.from(broken), 'x.npy')).toThrow(/damaged|announces/);
});
