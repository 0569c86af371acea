/** Bytes and texts, a little damaged. */
import type { Random } from '../../src/model/random';
import { between, chance, pick } from './dice';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that break formats: ends of ranges, the first bytes of gzip files, quotes and brackets of JSON. */
const ODD_BYTES = [0, 1, 0x7f, 0x80, 0xff, 0x1f, 0x8b, 0x22, 0x5b, 0x7b];

function joined(...parts: Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const WAYS: ((random: Random, bytes: Bytes) => Bytes)[] = [
  // Other values, most of them near the beginning, where headers are.
  (random, bytes) => {
    const changed = bytes.slice();
    const reach = chance(random, 0.6) ? Math.min(64, bytes.length) : bytes.length;
    for (let n = between(random, 1, 4); n > 0; n--) {
      changed[random.below(reach)] = chance(random, 0.5)
        ? pick(random, ODD_BYTES)
        : random.below(256);
    }
    return changed;
  },
  (random, bytes) => bytes.slice(0, random.below(bytes.length + 1)),
  (random, bytes) => bytes.slice(random.below(Math.min(bytes.length, 32) + 1)),
  (random, bytes) => joined(bytes, new Uint8Array(between(random, 1, 40))),
  (_, bytes) => joined(bytes, bytes),
  (random, bytes) => {
    const [from, at] = [random.below(bytes.length + 1), random.below(bytes.length + 1)];
    const piece = bytes.slice(from, from + random.below(64));
    return joined(bytes.slice(0, at), piece, bytes.slice(at));
  },
];

export function changeBytes(random: Random, bytes: Bytes): Bytes {
  return pick(random, WAYS)(random, bytes);
}

/** Characters that chats, terminals and other programs put into texts, and some that no text should hold. */
const ODD_TEXTS = [
  '',
  ' ',
  '\n',
  '\0',
  '\u001b[2J',
  '\u200b',
  '\u202e',
  '\ud800',
  '👩‍👧',
  '%',
  '%00',
  '%E0%A4%A',
  '&',
  '&amp;',
  '=',
  '#',
  '..',
  '-',
  '--',
  '0',
  '-0',
  '1e999',
  '-1',
  'NaN',
  '9007199254740993',
  '__proto__',
  'constructor',
  'x'.repeat(100_000),
];

export function changeText(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const end = at + (chance(random, 0.5) ? 0 : random.below(12));
  const piece = chance(random, 0.7)
    ? pick(random, ODD_TEXTS)
    : text.slice(random.below(text.length + 1)).slice(0, 12);
  return text.slice(0, at) + piece + text.slice(end);
}
