/** Where the CPU's arrays lie: each in a buffer of its own, or side by side in one, a WebAssembly memory for instance. */

/** Hands out zeroed arrays. */
export interface Arena {
  f32(length: number): Float32Array;
  u32(length: number): Uint32Array;
  u16(length: number): Uint16Array;
  u8(length: number): Uint8Array;
}

/** Every array a buffer of its own. */
export const plainArena: Arena = {
  f32: (length) => new Float32Array(length),
  u32: (length) => new Uint32Array(length),
  u16: (length) => new Uint16Array(length),
  u8: (length) => new Uint8Array(length),
};

/** A cache line; SIMD loads want 16. */
const ALIGNMENT = 64;

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** Bytes that `build` asks for; its arrays are empty. */
export function measure(build: (arena: Arena) => unknown): number {
  let bytes = 0;
  const count = (length: number, size: number): number => {
    bytes += aligned(length * size);
    return 0;
  };
  build({
    f32: (length) => new Float32Array(count(length, 4)),
    u32: (length) => new Uint32Array(count(length, 4)),
    u16: (length) => new Uint16Array(count(length, 2)),
    u8: (length) => new Uint8Array(count(length, 1)),
  });
  return bytes;
}

/** Arrays from byte `start` of a zeroed buffer on, in the order of the calls. */
export function bufferArena(buffer: ArrayBufferLike, start: number): Arena {
  let next = aligned(start);
  const take = (bytes: number): number => {
    const place = next;
    next += aligned(bytes);
    return place;
  };
  return {
    f32: (length) => new Float32Array(buffer, take(length * 4), length),
    u32: (length) => new Uint32Array(buffer, take(length * 4), length),
    u16: (length) => new Uint16Array(buffer, take(length * 2), length),
    u8: (length) => new Uint8Array(buffer, take(length), length),
  };
}
