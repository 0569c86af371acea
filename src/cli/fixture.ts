/** A folder with small IDX files and a captured process, for the tests of the commands. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { imageFile, labelFile } from '../data/idx.test-data';
import { readChain } from '../files/nir/read-chain';
import { createRandom } from '../model/random';
import type { Io } from './io';
import { run } from './run';

export const SIDE = 6;
export const CLASSES = 3;

/** Noisy bars: level, upright and slanted. */
export function bars(
  count: number,
  seed: number,
): { images: Uint8Array<ArrayBuffer>; labels: number[] } {
  const random = createRandom(seed);
  const images = new Uint8Array(count * SIDE * SIDE);
  const labels = Array.from({ length: count }, (_, n) => (n < CLASSES ? n : random.below(CLASSES)));
  labels.forEach((label, n) => {
    const at = 1 + random.below(SIDE - 2);
    for (let i = 0; i < SIDE; i++) {
      const [x, y] = label === 0 ? [i, at] : label === 1 ? [at, i] : [i, i];
      images[n * SIDE * SIDE + y * SIDE + x] = 155 + random.below(100);
      images[n * SIDE * SIDE + random.below(SIDE * SIDE)]! += random.below(60);
    }
  });
  return { images, labels };
}

export interface Folder {
  path: string;
  file(name: string): string;
  remove(): void;
}

/** train-*, test-* (gzip): 90 and 40 images; blank-*: three images, the second blank; odd-*: of another size. */
export function createFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'mtspike-'));
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(path, name), bytes);
  const training = bars(90, 1);
  put('train-images', imageFile(90, SIDE, SIDE, training.images));
  put('train-labels', labelFile(training.labels));
  const test = bars(40, 2);
  put('test-images', gzipSync(imageFile(40, SIDE, SIDE, test.images)));
  put('test-labels', gzipSync(labelFile(test.labels)));
  const blank = bars(3, 3);
  blank.images.fill(0, SIDE * SIDE, 2 * SIDE * SIDE);
  put('blank-images', imageFile(3, SIDE, SIDE, blank.images));
  put('odd-images', imageFile(3, 5, 5));
  put('odd-labels', labelFile([0, 1, 2]));
  put('text', new TextEncoder().encode('This is no data at all, but text.'));
  return {
    path,
    file: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export interface Captured {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line (words between spaces) in a folder; `io` changes what the command sees of its process. */
export async function mtspike(
  folder: Folder,
  line: string,
  io: Partial<Io> = {},
): Promise<Captured> {
  let out = '';
  let err = '';
  const code = await run(line === '' ? [] : line.split(' '), {
    cwd: folder.path,
    write: (text) => {
      out += text;
      return Promise.resolve();
    },
    note: (text) => void (err += text),
    noteColumns: 0,
    writesToTerminal: false,
    signal: new AbortController().signal,
    readChain,
    ...io,
  });
  return { code, out, err };
}

/** A quick training of the small data, in words to add to. */
export const TRAIN_LINE =
  'train --images train-images --labels train-labels --test-images test-images --test-labels test-labels ' +
  '--network 36-12-3 --epochs 8 --batch 16 --learning-rate 0.02 --engine reference';
