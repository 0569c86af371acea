import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createRandom } from '../model/random';
import { sourceOf } from './byte-source';
import { createVessel, gunzip, unpackMembers } from './gunzip';

const random = createRandom(1);
/** Bytes of which half pack. */
const PLAIN = Uint8Array.from({ length: 9000 }, (_, i) => (i % 2 === 0 ? random.below(256) : 7));

const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes);
const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const vessel = () => createVessel(PLAIN.length + 1);

/** Node unpacks several members by itself and browsers do not: both ways are tried, the longer one with pieces of any size. */
async function unpack(file: Uint8Array<ArrayBuffer>): Promise<(Uint8Array | null)[]> {
  const source = sourceOf(file);
  const pieces = [61, 4096, file.length];
  return Promise.all([
    gunzip(source, 'mine', PLAIN.length).catch(() => null),
    ...pieces.map((piece) => unpackMembers(source, vessel(), piece)),
  ]);
}

test.each([1, 2, 3])('a file of %i members, with zeros behind it or none', async (count) => {
  const size = Math.ceil(PLAIN.length / count);
  const members = Array.from({ length: count }, (_, n) =>
    gzip(PLAIN.slice(n * size, (n + 1) * size)),
  );
  for (const zeros of [0, 1, 513]) {
    for (const found of await unpack(joined(...members, new Uint8Array(zeros)))) {
      expect(found?.length).toBe(PLAIN.length);
      expect(Buffer.compare(found!, PLAIN)).toBe(0);
    }
  }
});

test('a damaged member, one that is cut off, and what is no member are not taken for whole', async () => {
  const [first, second] = [gzip(PLAIN.slice(0, 4000)), gzip(PLAIN.slice(4000))];
  const spoilt = second.slice();
  spoilt[spoilt.length - 6]! ^= 1;
  for (const rest of [spoilt, second.slice(0, -5), Uint8Array.of(1, 2, 3)]) {
    expect(await unpack(joined(first, rest))).toEqual([null, null, null, null]);
  }
});

test('unpacking ends one byte behind what was promised, in whichever member', async () => {
  const bombs = joined(gzip(PLAIN.slice(0, 100)), gzip(new Uint8Array(3_000_000)));
  for (const piece of [1000, bombs.length]) {
    const found = await unpackMembers(sourceOf(bombs), vessel(), piece);
    expect(found?.length).toBe(PLAIN.length + 1);
  }
});
