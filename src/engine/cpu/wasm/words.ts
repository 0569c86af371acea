/** Reading and writing descriptors. */
import { LINE, TAKEN, THREADS } from './layout';

// @ts-ignore: decorator
@inline
export function word(descriptor: usize, field: i32): u32 {
  return load<u32>(descriptor + (<usize>field << 2));
}

// @ts-ignore: decorator
@inline
export function real(descriptor: usize, field: i32): f32 {
  return load<f32>(descriptor + (<usize>field << 2));
}

export const NO_PIECE: u32 = u32.MAX_VALUE;

/**
 * Takes a piece of the job that no other thread takes. Every thread has a part of the pieces, the same at each step, so that what they
 * work on stays in its cache; when its own part is done, it takes from the others'.
 */
export function nextPiece(network: usize, thread: u32, pieces: u32): u32 {
  const threads = word(network, THREADS);
  for (let n: u32 = 0; n < threads; n++) {
    const part = thread + n < threads ? thread + n : thread + n - threads;
    const from = (part * pieces) / threads;
    const size = ((part + 1) * pieces) / threads - from;
    const taken = network + ((TAKEN + part * LINE) << 2);
    if (ASC_FEATURE_THREADS) {
      if (atomic.load<u32>(taken) >= size) continue;
      const piece = atomic.add<u32>(taken, 1);
      if (piece < size) return from + piece;
    } else {
      const piece = load<u32>(taken);
      if (piece >= size) continue;
      store<u32>(taken, piece + 1);
      return from + piece;
    }
  }
  return NO_PIECE;
}
