/** Tables (CSV), arrays and archives of NumPy. */
import { gzipSync } from 'node:zlib';
import { DataError } from '../../src/data/data-error';
import { labelFile } from '../../src/data/idx.test-data';
import { npyFile, npzFile } from '../../src/data/numpy.test-data';
import { readOwnFiles } from '../../src/data/own-files';
import { sortFiles } from '../../src/data/sort-files';
import type { Random } from '../../src/model/random';
import { changeBytes, changeText } from './change-bytes';
import { between, chance, pick } from './dice';
import { requireWhole } from './idx';
import { requireSentence, type Target } from './target';

type Bytes = Uint8Array<ArrayBuffer>;

const numbers = (random: Random, count: number, below: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => random.below(below));

/** The same numbers as another type. */
const TYPES: [string, (values: Uint8Array) => ArrayBufferView][] = [
  ['u1', (values) => values],
  ['i4', (values) => Int32Array.from(values)],
  ['i8', (values) => BigInt64Array.from(values, BigInt)],
  ['f2', (values) => Uint16Array.from(values, (value) => (value % 2) * 0x3c00)],
  ['f4', (values) => Float32Array.from(values)],
  ['f8', (values) => Float64Array.from(values, (value) => value / 255)],
  ['O', (values) => values],
];

function array(random: Random, shape: number[], below: number): Bytes {
  const [type, typed] = pick(random, TYPES);
  const count = shape.reduce((product, length) => product * length, 1);
  const bytes = typed(numbers(random, count, below));
  return npyFile({ type, shape, bytes, fortran: chance(random, 0.3) });
}

function images(random: Random, count: number): Bytes {
  const side = between(random, 1, 6);
  const shapes = [
    [count, side, side],
    [count, side, side, 1],
    [count, side * side],
    [count, 2, 3, 3],
  ];
  return array(random, pick(random, shapes), 256);
}

function archive(random: Random): Bytes {
  const arrays: Record<string, Bytes> = {};
  for (const half of chance(random, 0.5) ? ['train', 'test'] : ['arr']) {
    const count = between(random, 1, 8);
    const pixels = images(random, count);
    arrays[`x_${half}`] = chance(random, 0.3) ? changeBytes(random, pixels) : pixels;
    arrays[`y_${half}`] = array(random, [count], 4);
  }
  // Hardly any bytes, packed, and more than there may be.
  if (chance(random, 0.01)) arrays['bomb'] = new Uint8Array(20_000_000);
  return npzFile(arrays, pick(random, [0, 6]));
}

function table(random: Random): string {
  const side = between(random, 1, 5);
  const separator = pick(random, [',', ';', '\t']);
  const lines = Array.from({ length: between(random, 1, 8) }, () =>
    [random.below(4), ...numbers(random, side * side, 256)].join(separator),
  );
  if (chance(random, 0.5)) {
    lines.unshift(
      ['label', ...Array.from({ length: side * side }, (_, n) => `p${n}`)].join(separator),
    );
  }
  return lines.join(pick(random, ['\n', '\r\n']));
}

const damaged = (random: Random, file: Bytes): Bytes =>
  chance(random, 0.7) ? changeBytes(random, file) : file;

function make(random: Random): Bytes {
  const way = random.below(10);
  if (way < 4) return damaged(random, archive(random));
  if (way < 6) return damaged(random, images(random, 4));
  const text = table(random);
  const bytes = new TextEncoder().encode(chance(random, 0.6) ? changeText(random, text) : text);
  const file = chance(random, 0.3) ? changeBytes(random, bytes) : bytes;
  return chance(random, 0.2) ? new Uint8Array(gzipSync(file)) : file;
}

export const arrays: Target = {
  name: 'arrays',
  make(random) {
    const labels = chance(random, 0.5) ? array(random, [4], 4) : labelFile([0, 1, 2, 1]);
    return {
      images: make(random),
      labels: damaged(random, labels),
      alone: String(chance(random, 0.6)),
    };
  },
  async attempt({ images: pictures, labels, alone }) {
    const trainImages = new File([pictures as Bytes], 'images');
    const trainLabels = new File([labels as Bytes], 'labels');
    const { refused } = await sortFiles([trainImages, trainLabels]);
    refused.forEach(requireSentence);
    try {
      const files = alone === 'true' ? { trainImages } : { trainImages, trainLabels };
      const { train, test } = await readOwnFiles(files);
      requireWhole(train);
      requireWhole(test);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      requireSentence(error.message);
    }
  },
};
