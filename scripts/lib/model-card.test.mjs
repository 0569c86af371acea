import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readModel } from '../../src/files/model-file.ts';
import { card, withCard } from './model-card.mjs';
import { headerOf, seedOf, weightsOnly } from './safetensors.mjs';

/** A model with optimiser state between its layers. */
function file() {
  const network = JSON.stringify({ coding: { kernel: 4, stride: 2, train: 'phase' }, layers: [2] });
  const tensor = (shape, from, to) => ({ dtype: 'F32', shape, data_offsets: [from, to] });
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { format: 'mt-spike', format_version: '1', network, training: '{"seed":7}' },
      'layers.0.weight': tensor([2, 1], 0, 8),
      'optimizer.step': tensor([1], 8, 12),
      'layers.1.weight': tensor([1, 3], 12, 24),
    }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.from(Float32Array.of(1, 2, 3, 4, 5, 6).buffer)]);
}

test('only weights are shipped, each where the header says', () => {
  const bytes = weightsOnly(file());
  const { header, start } = headerOf(bytes);
  expect(Object.keys(header)).toEqual(['__metadata__', 'layers.0.weight', 'layers.1.weight']);
  expect(start % 8).toBe(0);
  const values = new Float32Array(Uint8Array.from(bytes.subarray(start)).buffer);
  expect([...values]).toEqual([1, 2, 4, 5, 6]);
  expect(header['layers.1.weight'].data_offsets).toEqual([8, 20]);
  expect(weightsOnly(bytes)).toEqual(bytes);
  expect(seedOf(bytes)).toBe('7');
  expect(() => weightsOnly(Buffer.from('text'))).toThrow('no safetensors file');
});

test('what is shipped is read by the page as it is', () => {
  const file = readFileSync(new URL('../../public/models/49-128-10.safetensors', import.meta.url));
  const shipped = weightsOnly(file);
  const read = (bytes) => readModel(Uint8Array.from(bytes));
  expect(read(shipped).weights).toEqual(read(file).weights);
  expect(JSON.parse(read(shipped).metadata.training).seed).toBe(Number(seedOf(shipped)));
});

test('a card says what the file and the evaluation say', () => {
  const bytes = weightsOnly(file());
  const given = { name: 'a', title: 'A', description: 'B.', command: 'c', seed: '7' };
  const made = card(given, bytes, { network: '9-2', accuracy: 0.5, images: 10 });
  expect(made).toEqual({
    name: 'a',
    title: 'A',
    description: 'B.',
    network: '9-2',
    coding: 'phase, k = 4, s = 2',
    data: 'MNIST',
    test_accuracy: 0.5,
    test_images: 10,
    weights: 5,
    bytes: bytes.length,
    command: 'c',
    seed: 7,
  });
  const cards = withCard(
    [
      { name: 'b', weights: 9 },
      { name: 'a', weights: 1 },
    ],
    made,
  );
  expect(cards.map(({ name, weights }) => [name, weights])).toEqual([
    ['a', 5],
    ['b', 9],
  ]);
});

test('a card of a network of points names them', () => {
  const made = card({ name: 'a', points: 'yin-yang' }, weightsOnly(file()), {});
  expect(made).toMatchObject({ data: 'yin-yang', points: 'yin-yang' });
});

test('the cards that are shipped are in the words of the script', () => {
  const cards = JSON.parse(readFileSync('public/models/index.json', 'utf8'));
  const keys = Object.keys(card({ name: '' }, weightsOnly(file()), {}));
  for (const { note, points, ...rest } of cards) {
    expect(Object.keys(rest)).toEqual(keys);
    for (const words of [note, points]) expect(['string', 'undefined']).toContain(typeof words);
  }
  expect(cards.map((c) => c.weights)).toEqual(
    cards.map((c) => c.weights).toSorted((a, b) => a - b),
  );
});
