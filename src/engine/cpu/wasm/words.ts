/** Reading and writing descriptors. */
import { LAYER_WORDS, LINE, Network } from './layout';

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

/** Layer `l` (0-based) of the table. */
// @ts-ignore: decorator
@inline
export function layerAt(table: usize, l: u32): usize {
  return table + <usize>l * LAYER_WORDS * 4;
}

export const NO_PIECE: u32 = u32.MAX_VALUE;

/**
 * Takes a piece of the job that no other thread takes. Every thread has a part of the pieces, the same at each step, so that what they
 * work on stays in its cache; when its own part is done, it takes from the others'.
 */
export function nextPiece(network: usize, thread: u32, pieces: u32): u32 {
  const threads = word(network, Network.THREADS);
  for (let n: u32 = 0; n < threads; n++) {
    const part = thread + n < threads ? thread + n : thread + n - threads;
    const from = (part * pieces) / threads;
    const size = ((part + 1) * pieces) / threads - from;
    const piece = takePiece(network, Network.TAKEN, part, size);
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
  if (ASC_FEATURE_THREADS) atomic.add<u32>(network + ((Network.LEARNT + part * LINE) << 2), 1);
}

/**
 * Polls of `awaitLearnt` before it gives a part up. WebAssembly has no clock, so they are counted: some ten microseconds on the machine it
 * was tried on, longer than a piece takes. It need not fit the machine. Given up too early, the part is done by the thread that learns its
 * last piece; too late, that much time of one thread is lost. The result is the same.
 */
const MOST_POLLS: u32 = 10_000;

/**
 * Whether all `pieces` of a part's weights are learnt, or soon are. They are all taken; but the thread that has one may have lost its core to
 * another program, and polling for long would keep it from getting one again.
 */
export function awaitLearnt(network: usize, part: u32, pieces: u32): bool {
  if (ASC_FEATURE_THREADS) {
    const learnt = network + ((Network.LEARNT + part * LINE) << 2);
    let polls: u32 = 0;
    while (atomic.load<u32>(learnt) < pieces) if (++polls === MOST_POLLS) return false;
  }
  return true;
}
