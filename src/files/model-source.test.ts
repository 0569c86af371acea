import { expect, test } from 'vitest';
import type { ByteSource } from '../data/byte-source';
import { modelBytes } from './model-source';

/** Bytes in front of nearly a gigabyte of zeros, and how many of all of them were asked for. */
function large(front: Uint8Array, size = 1e9): ByteSource & { asked: number } {
  return {
    size,
    asked: 0,
    async read(begin, end) {
      this.asked += end - begin;
      const bytes = new Uint8Array(end - begin);
      bytes.set(front.subarray(begin, end));
      return bytes;
    },
  };
}

/** A file's length of header, and its header. */
function headed(header: object): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}

const tensor = (bytes: number) => ({ dtype: 'U8', shape: [bytes], data_offsets: [0, bytes] });

test.each([
  ['zeros', large(new Uint8Array(8)), 'not valid JSON'],
  ['a length that cannot be', large(new Uint8Array(8).fill(255)), 'length of a header'],
  ['a short tensor before them', large(headed({ a: tensor(100) })), 'bytes follow the last tensor'],
  ['a tensor longer than the file', large(headed({ a: tensor(3e9) })), 'truncated'],
  [
    'HDF5 of 200 MB',
    large(Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a), 200 * 2 ** 20),
    'The NIR file holds 200 MB, more than any network here has.',
  ],
  ['more than a gigabyte', large(new Uint8Array(8), 1.9e9), 'holds 1.8 GB, more than any model'],
])('of a large file that is no model only the header is read: %s', async (_, source, words) => {
  await expect(modelBytes(source)).rejects.toThrow(words);
  expect(source.asked).toBeLessThan(1000);
});
