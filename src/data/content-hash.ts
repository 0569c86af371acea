/** A short name for contents, so that two sets of files of one name are told apart. No protection against forgery. */

/** Base 36 digits of a hash. */
const DIGITS = 8;

/**
 * Eight characters (41 bits) of MurmurHash3's mixing over all bytes, four at a time, in two lanes: 47 MB take about 50 ms. Not
 * `crypto.subtle`, which a page has over https alone, while its links are to open everywhere.
 */
export function contentHash(...parts: Uint8Array[]): string {
  let a = 0x9747b28c;
  let b = 0x3c6ef372;
  const mix = (word: number): void => {
    const k = Math.imul(word, 0xcc9e2d51);
    const spread = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    a ^= spread;
    a = (Math.imul((a << 13) | (a >>> 19), 5) + 0xe6546b64) | 0;
    b ^= Math.imul(word ^ 0x85ebca6b, 0x2545f491);
    b = (Math.imul((b << 11) | (b >>> 21), 9) + 0x38495ab5) | 0;
  };
  for (const part of parts) {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    const whole = part.length & ~3;
    for (let i = 0; i < whole; i += 4) mix(view.getUint32(i, true));
    let rest = 0;
    for (let i = whole; i < part.length; i++) rest = (rest << 8) | part[i]!;
    mix(rest);
    mix(part.length);
  }
  const last = BigInt(finish(a ^ b)) * 2n ** 32n + BigInt(finish(b));
  return (last % 36n ** BigInt(DIGITS)).toString(36).padStart(DIGITS, '0');
}

/** Lets every bit of a lane reach every other. */
function finish(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
