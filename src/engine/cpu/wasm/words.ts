/** Reading and writing descriptors. */
import { LEARNT, LINE, TAKEN, THREADS } from './layout';

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
    const piece = takePiece(network, TAKEN, part, size);
    if (piece !== NO_PIECE) return from + piece;
  }
  return NO_PIECE;
}

/** One of the `size` pieces of a part, counted in the part's word `field`. */
// @ts-ignore: decorator
@inline
export function takePiece(network: usize, field: i32, part: u32, size: u32): u32 {
  const taken = network + ((field + part * LINE) << 2);
  if (ASC_FEATURE_THREADS) {
    if (atomic.load<u32>(taken) >= size) return NO_PIECE;
    const piece = atomic.add<u32>(taken, 1);
    return piece < size ? piece : NO_PIECE;
  }
  const piece = load<u32>(taken);
  if (piece >= size) return NO_PIECE;
  store<u32>(taken, piece + 1);
  return piece;
}

/** Says that one more piece of a part's weights is learnt. */
export function countLearnt(network: usize, part: u32): void {
  if (ASC_FEATURE_THREADS) atomic.add<u32>(network + ((LEARNT + part * LINE) << 2), 1);
}

/** Looks of `awaitLearnt`: some ten microseconds, longer than a piece takes. */
const MOST_LOOKS: u32 = 10_000;

/**
 * Whether all `pieces` of a part's weights are learnt, or soon are. They are all taken; but a thread that has one may have lost its core to
 * somebody else, and looking for it would keep that one from it.
 */
export function awaitLearnt(network: usize, part: u32, pieces: u32): bool {
  if (ASC_FEATURE_THREADS) {
    const learnt = network + ((LEARNT + part * LINE) << 2);
    let looks: u32 = 0;
    while (atomic.load<u32>(learnt) < pieces) if (++looks === MOST_LOOKS) return false;
  }
  return true;
}
