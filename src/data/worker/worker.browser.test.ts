import { expect, test } from 'vitest';
import { DataError } from '../data-error';
import { readOwnFiles } from '../own-files';
import { imageFile, labelFile } from '../idx.test-data';
import { makePoints } from '../points/make-points';
import { DEFAULT_POINTS, type Points } from '../points/points-spec';
import { makePointsAside, readOwnFilesAside } from './client';

const scripted = (script: string): Worker => new Worker(URL.createObjectURL(new Blob([script])));

const POINTS: Points = { ...DEFAULT_POINTS, count: 500, testCount: 50 };

test.each<[string, () => Worker]>([
  [
    'may not be started',
    () => {
      throw new Error('blocked');
    },
  ],
  ['has no script', () => new Worker(new URL('/no-such-script.js', location.href))],
  [
    'cannot read what it is asked',
    () => scripted("addEventListener('message', () => postMessage({ unread: 0 }))"),
  ],
])('a worker that %s does not keep the data away', async (_, spawn) => {
  expect(await makePointsAside(POINTS, spawn)).toEqual(makePoints(POINTS));
});

test('reads gzip files of several members, as cat makes them, and with zeros behind', async () => {
  const pack = async (part: Uint8Array<ArrayBuffer>) => {
    const stream = new Blob([part]).stream().pipeThrough(new CompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
  const images = imageFile(2, 2, 2, [1, 2, 3, 4, 5, 6, 7, 8]);
  const members = await Promise.all([images.slice(0, 18), images.slice(18)].map(pack));
  const files = {
    trainImages: new File([...members, new Uint8Array(512)], 'mine-images'),
    trainLabels: new File([labelFile([0, 1])], 'mine-labels'),
  };
  const { train, test: held } = await readOwnFilesAside(files);
  expect([...held.images, ...train.images].toSorted((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8,
  ]);
});

test('reads own files, and calls them by their names where something is wrong', async () => {
  const images = new File([imageFile(3, 28, 28)], 'mine-images');
  const labels = new File([labelFile([3, 1, 4])], 'mine-labels');
  const files = { trainImages: images, trainLabels: labels };
  const aside = await readOwnFilesAside(files);
  const here = await readOwnFiles(files);
  expect(aside.train).toMatchObject({ width: 28, height: 28, count: 2, classes: 5 });
  expect(aside.test.count).toBe(1);
  expect(aside).toEqual(here);
  const swapped = { trainImages: labels, trainLabels: images };
  const failure: unknown = await readOwnFilesAside(swapped).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DataError);
  expect((failure as DataError).message).toContain('mine-labels');
});
