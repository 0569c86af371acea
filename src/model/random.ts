/** Seeded random numbers: every draw of the project comes from here, so that a seed names a run. */

export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Uniform integer in [0, n). */
  below(n: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
}

/** Mixes integers into one well-spread 32-bit value (the finaliser of MurmurHash3 after each word). */
export function hash(...words: number[]): number {
  let h = 0x9e3779b9;
  for (const word of words) {
    h = Math.imul(h ^ (word >>> 0), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
    h = (h + 0x9e3779b9) | 0;
  }
  return h >>> 0;
}

/**
 * A generator (sfc32) for one purpose: the same words give the same numbers, different words unrelated ones.
 * @param words the seed, then what the numbers are for: a stream's number, an epoch, an image...
 */
export function createRandom(...words: number[]): Random {
  // In an array, since numbers of 32 bits in variables of a closure are objects to some browsers.
  const state = Int32Array.of(hash(1, ...words), hash(2, ...words), hash(3, ...words), 1);
  let spare: number | undefined;

  const next = (): number => {
    const b = state[1]!;
    const c = state[2]!;
    const t = (((state[0]! + b) | 0) + state[3]!) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + t;
    state[3]!++;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) next();

  const uniform = (): number => next() / 4294967296;
  return {
    uniform,
    below: (n) => Math.floor(uniform() * n),
    normal() {
      if (spare !== undefined) {
        const value = spare;
        spare = undefined;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
      const angle = 2 * Math.PI * uniform();
      spare = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}

/** What a generator is for; the second word of `createRandom` after the seed. */
export const STREAM = {
  weights: 1,
  order: 2,
  distortion: 3,
  noise: 4,
  imprecision: 5,
  holdOut: 6,
  points: 7,
  otherHands: 0x7ea,
} as const;
