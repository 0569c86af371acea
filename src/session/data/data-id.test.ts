import { expect, test } from 'vitest';
import { LINK } from '../link/link-table';
import { dataId, dataWords, MNIST, sameData } from './data-id';

const A = dataId('train-images-idx3-ubyte', '3f9a2c1b');
const B = dataId('train-images-idx3-ubyte', '00000001');

test('two sets of one name are two; one set under two names is one', () => {
  expect(sameData(A, A)).toBe(true);
  expect(sameData(A, B)).toBe(false);
  expect(sameData(A, dataId('copy of it', '3f9a2c1b'))).toBe(true);
});

test('what says a name alone, as earlier versions did, means a set of that name', () => {
  expect(sameData('train-images-idx3-ubyte', A)).toBe(true);
  expect(sameData(B, 'train-images-idx3-ubyte')).toBe(true);
  expect(sameData('other', A)).toBe(false);
  expect(sameData('other', 'other')).toBe(true);
});

test('own files that are called MNIST are not MNIST', () => {
  expect(sameData(MNIST, MNIST)).toBe(true);
  expect(sameData(MNIST, dataId('MNIST', '3f9a2c1b'))).toBe(false);
});

test('contents are named where names do not tell sets apart', () => {
  expect(dataWords(A)).toBe('train-images-idx3-ubyte');
  expect(dataWords(A, MNIST)).toBe('train-images-idx3-ubyte');
  expect(dataWords(A, A)).toBe('train-images-idx3-ubyte');
  expect(dataWords(A, B)).toBe('train-images-idx3-ubyte (contents 3f9a2c1b)');
  expect(dataWords('train-images-idx3-ubyte', B)).toBe('train-images-idx3-ubyte');
  expect(dataWords(MNIST, A)).toBe(MNIST);
});

test('a link has room for any of them', () => {
  const long = dataId('a name of many words, '.repeat(20), '3f9a2c1b');
  expect(LINK.data.read(long)).toBe(long);
  expect(sameData(long, dataId('a name of many words, '.repeat(30), '3f9a2c1b'))).toBe(true);
});
