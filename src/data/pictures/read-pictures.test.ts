import { expect, test } from 'vitest';
import { DataError } from '../data-error';
import { readOwnFiles } from '../own-files';
import type { Decode } from './decoded';
import { readOnePicture } from './own-pictures';

/** White pictures of 40 x 40 pixels with a black block, wider the larger the file's first byte; a file of 0 is damaged. */
const decode: Decode = async (file, name) => {
  const [wide = 0] = await file.read(0, 1);
  if (wide === 0) throw new DataError(`${name} is a damaged PNG picture.`);
  const data = new Uint8ClampedArray(40 * 40 * 4).fill(255);
  for (let y = 10; y < 30; y++)
    for (let x = 10; x < 10 + wide; x++) data.set([0, 0, 0], 4 * (y * 40 + x));
  return { pixels: { width: 40, height: 40, data, lossless: true }, animated: wide === 9 };
};

const file = (path: string, wide: number) => ({
  path,
  file: new File([Uint8Array.of(wide)], path.split('/').at(-1)!),
});
const size = { width: 28, height: 28 };
const FACES = ['a', 'b', 'c', 'd'].flatMap((name) => [
  file(`faces/smile/${name}.png`, 4),
  file(`faces/frown/${name}.png`, 20),
]);

test('a folder becomes a data set with its classes, some held out, by the same rules as any', async () => {
  const pictures = { files: FACES, size, normalised: true };
  const sets = await readOwnFiles({ pictures }, decode);
  expect(sets).toMatchObject({ name: 'faces', heldOut: true, notes: [] });
  expect(sets.train).toMatchObject({ ...size, classes: 2, classNames: ['frown', 'smile'] });
  expect(sets.train.count + sets.test.count).toBe(8);
  // Scaled to 20 rows: a smile is 4 of 20 wide.
  const smile = sets.train.images.subarray(28 * 28 * sets.train.labels.indexOf(1));
  expect(smile.subarray(0, 784).filter((byte) => byte === 255)).toHaveLength(4 * 20);
  const whole = await readOwnFiles({ pictures: { ...pictures, normalised: false } }, decode);
  const as = whole.train.images.subarray(784 * whole.train.labels.indexOf(1));
  expect(as.subarray(0, 784).reduce((sum, byte) => sum + byte, 0) / 255).toBeCloseTo(
    (4 * 20 * 28 ** 2) / 40 ** 2,
    0,
  );
});

test('says how many it has looked at, and ends where it is called off', async () => {
  const files = Array.from({ length: 20 }, (_, n) => file(`faces/${'ab'[n % 2]}/${n}.png`, 4));
  const pictures = { files, size, normalised: true };
  const stop = new AbortController();
  const told: number[] = [];
  const reading = { onRead: (count: number) => void told.push(count), signal: stop.signal };
  await readOwnFiles({ pictures }, decode, reading);
  expect(told).toEqual([8, 16, 20]);
  let decoded = 0;
  const stopping: Decode = (...of) => {
    if (++decoded === 3) stop.abort();
    return decode(...of);
  };
  await expect(readOwnFiles({ pictures }, stopping, reading)).rejects.toThrow(/abort/i);
  expect(decoded).toBe(8);
});

test('damaged pictures are left out and named; where all are, that is the answer', async () => {
  const pictures = { files: [...FACES, file('faces/smile/e.png', 0)], size, normalised: true };
  const { notes } = await readOwnFiles({ pictures }, decode);
  expect(notes).toEqual([
    '1 of 9 pictures could not be read and is left out.',
    'e.png is a damaged PNG picture.',
  ]);
  const broken = [file('x/a.png', 0), file('y/b.png', 0)];
  await expect(readOwnFiles({ pictures: { ...pictures, files: broken } }, decode)).rejects.toThrow(
    'a.png is a damaged PNG picture.',
  );
});

test('of a picture that moves the first frame is taken, and that is said', async () => {
  const { ink, notes } = await readOnePicture(file('a.gif', 9).file, decode);
  expect(ink.ink.filter((byte) => byte === 255)).toHaveLength(9 * 20);
  expect(notes).toEqual(['One picture moves: its first frame is taken.']);
});

test('of a folder of thousands no more than a handful is decoded at a time', async () => {
  let alive = 0;
  let most = 0;
  const counting: Decode = async (source, name) => {
    // From here on its pixels are there, until it has become an image of the network.
    most = Math.max(most, ++alive);
    const decoded = await decode(source, name);
    const { pixels } = decoded;
    return {
      ...decoded,
      get pixels() {
        alive--;
        return pixels;
      },
    };
  };
  const files = Array.from({ length: 2000 }, (_, n) => file(`many/${n % 2}/${n}.png`, 4));
  const pictures = { files, size: { width: 2, height: 2 }, normalised: false };
  const { train, test: held } = await readOwnFiles({ pictures }, counting);
  expect(train.count + held.count).toBe(2000);
  expect(alive).toBe(0);
  expect(most).toBeLessThanOrEqual(8);
});
