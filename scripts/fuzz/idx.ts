/** IDX files, plain and gzip, in pairs. */
import { gzipSync } from 'node:zlib';
import { DataError } from '../../src/data/data-error';
import { imageFile, labelFile } from '../../src/data/idx.test-data';
import type { ImageSet } from '../../src/data/image-set';
import { readOwnFiles } from '../../src/data/own-files';
import { sortFiles } from '../../src/data/sort-files';
import type { Random } from '../../src/model/random';
import { changeBytes, changeText } from './change-bytes';
import { between, chance, pick } from './dice';
import { require, requireSentence, type Target } from './target';

type Bytes = Uint8Array<ArrayBuffer>;

const gzip = (bytes: Bytes): Bytes => new Uint8Array(gzipSync(bytes));

/** As `cat a.gz b.gz` makes it. */
function inMembers(bytes: Bytes): Bytes {
  const half = bytes.length >> 1;
  return new Uint8Array([...gzip(bytes.slice(0, half)), ...gzip(bytes.slice(half))]);
}

/** A gzip bomb: large blank images, tiny when packed. */
const bomb = (): Bytes => gzip(imageFile(2000, 64, 64));

function images(random: Random, count: number): Bytes {
  const [rows, columns] = [between(random, 1, 6), between(random, 1, 6)];
  const bytes = Uint8Array.from({ length: count * rows * columns }, () => random.below(256));
  return imageFile(count, rows, columns, bytes);
}

function damaged(random: Random, file: Bytes): Bytes {
  const way = random.below(10);
  if (way < 3) return changeBytes(random, file);
  if (way < 5) return gzip(changeBytes(random, file));
  if (way < 6) return changeBytes(random, gzip(file));
  if (way < 7) return inMembers(file);
  if (way < 8) return changeBytes(random, inMembers(file));
  return file;
}

export const idx: Target = {
  name: 'idx',
  make(random) {
    const count = between(random, 1, 12);
    const classes = pick(random, [1, 3, 10, 26, 64, 65, 256]);
    const many = chance(random, 0.9) ? count : count + 1;
    const labels = Array.from({ length: many }, () => random.below(classes));
    const pictures = chance(random, 0.01) ? bomb() : images(random, count);
    const name = chance(random, 0.2)
      ? changeText(random, 'train-images.idx3')
      : 'train-images.idx3';
    // Rarely both files of a pair are damaged, so that the sound one is read to its end.
    const which = random.below(5);
    return {
      name,
      'images.idx': which === 0 || which === 1 ? pictures : damaged(random, pictures),
      'labels.idx':
        which === 2 || which === 3 ? labelFile(labels) : damaged(random, labelFile(labels)),
    };
  },
  /** As the page takes files that are dropped on it, and those that are chosen in their places. */
  async attempt({ name, 'images.idx': pictures, 'labels.idx': labels }) {
    const images = new File([pictures as Bytes], name as string);
    const trainLabels = new File([labels as Bytes], 'labels');
    const { refused } = await sortFiles([images, trainLabels]);
    refused.forEach(requireSentence);
    try {
      const { train, test } = await readOwnFiles({ trainImages: images, trainLabels });
      requireWhole(train);
      requireWhole(test);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      requireSentence(error.message);
    }
  },
};

export function requireWhole({ width, height, count, classes, images, labels }: ImageSet): void {
  require(images.length === width * height * count, 'Not as many pixels as it says.');
  require(labels.length === count, 'Not as many labels as images.');
  require(labels.every((label) => label < classes), 'A label of no class.');
}
