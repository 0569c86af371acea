import { openSync, closeSync, mkdirSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ByteSource } from '../data/byte-source';
import { createFolder, mtspike, TRAIN_LINE, type Folder } from './fixture';
import { withFile } from './input';

const GIGABYTES = 1.9e9;

const socket = createServer();
let folder: Folder;
beforeAll(async () => {
  folder = createFolder();
  await mtspike(folder, `${TRAIN_LINE} --epochs 1 --out model`);
  mkdirSync(folder.file('folder'));
  // Files with holes: they hold zeros and take no room.
  for (const name of ['zeros', 'fewer', 'header-and-zeros']) writeFileSync(folder.file(name), '');
  truncateSync(folder.file('zeros'), GIGABYTES);
  truncateSync(folder.file('fewer'), GIGABYTES / 2);
  const file = openSync(folder.file('header-and-zeros'), 'w');
  writeSync(file, gzipSync(new Uint8Array(100)));
  closeSync(file);
  truncateSync(folder.file('header-and-zeros'), GIGABYTES);
  await new Promise<void>((resolve) => socket.listen(folder.file('socket'), resolve));
});
afterAll(() => {
  socket.close();
  folder.remove();
});

const models = (name: string) => `classify --model ${name} --images test-images`;
const images = (name: string) => `classify --model model --images ${name}`;
const labels = (name: string) => `evaluate --model model --images test-images --labels ${name}`;
const training = (name: string) => `train --images ${name} --labels train-labels --out out`;
const checkpoint = (name: string) => `${TRAIN_LINE} --out out --checkpoint ${name}`;

/** What a command adds to the memory of the process, in bytes. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  }, 1);
  await work();
  clearInterval(watch);
  return Math.max(most, process.memoryUsage().arrayBuffers - before);
}

describe('gigabytes of something else', () => {
  test.each([
    ['a model', models('zeros'), 'zeros: The file is no model: it holds 1.8 GB, more than any'],
    ['a model that could be one', models('fewer'), "fewer: The file's header is not valid JSON."],
    ['images', images('zeros'), 'zeros is not an IDX image file: it starts with 0x00000000'],
    ['labels', labels('zeros'), 'zeros is not an IDX label file: it starts with 0x00000000'],
    ['training images', training('zeros'), 'zeros is not an IDX image file'],
    ['a checkpoint', checkpoint('zeros'), 'zeros is no checkpoint to go on from: '],
    ['packed images', images('header-and-zeros'), 'is not an IDX image file'],
  ])('are not read for %s', async (_, line, words) => {
    const took = await growth(async () => {
      const { code, out, err } = await mtspike(folder, line);
      expect(err).toContain(words);
      expect([code, out]).toEqual([1, '']);
    });
    expect(took).toBeLessThan(50e6);
  });
});

describe('what is no file', () => {
  test.each(
    [models, images, labels, training].flatMap((line) => [
      [
        line('folder'),
        line === images
          ? 'folder holds no pictures: name a folder of PNG or JPEG files, or a file of images.\n'
          : 'folder cannot be read: it is a folder.\n',
      ],
      [line('/dev/zero'), '/dev/zero cannot be read: it is a device or a pipe, not a file.\n'],
      [line('socket'), 'socket cannot be read: it is a device or a pipe, not a file.\n'],
      [line('text/more'), 'text/more cannot be read: a part of its path is no folder.\n'],
    ]),
  )('%s', async (line, sentence) => {
    const { code, out, err } = await mtspike(folder, line);
    expect([code, out, err]).toEqual([1, '', sentence]);
  });
});

describe('withFile', () => {
  test('gives the parts that are asked for, and no more than there is', async () => {
    writeFileSync(
      folder.file('ten'),
      Uint8Array.from({ length: 10 }, (_, n) => n),
    );
    const parts = await withFile(folder.path, 'ten', async ({ size, read }) => [
      [size],
      [...(await read(0, 4))],
      [...(await read(8, 100))],
      [...(await read(20, 30))],
    ]);
    expect(parts).toEqual([[10], [0, 1, 2, 3], [8, 9], []]);
  });

  test('says where a file became shorter while it was read', async () => {
    writeFileSync(folder.file('ten'), new Uint8Array(10));
    const work = async ({ read }: ByteSource): Promise<void> => {
      await read(0, 2);
      truncateSync(folder.file('ten'), 5);
      await read(2, 10);
    };
    await expect(withFile(folder.path, 'ten', work)).rejects.toThrow(
      'ten cannot be read: it became shorter while it was read.',
    );
  });
});
