/**
 * Bringing near what another core wrote: a line asked for when it is needed takes a quarter of a microsecond; many asked for at once,
 * a few nanoseconds each. What is read is summed up and left in Network.FETCHED, so that no compiler leaves the reading out.
 */
import { Layer, LINE, Network } from './layout';
import { word } from './words';

/** Bytes of a cache line. */
const STEP: u32 = 64;
/** Most bytes of weights: half of the nearest cache. */
const MOST: u32 = 24_576;

// @ts-ignore: decorator
@inline
function lines(address: usize, bytes: u32): u32 {
  let sum: u32 = 0;
  for (let k: u32 = 0; k < bytes; k += STEP) sum += load<u32>(address + k);
  return sum;
}

// @ts-ignore: decorator
@inline
function leave(network: usize, thread: u32, sum: u32): void {
  store<u32>(network + ((Network.FETCHED + thread * LINE) << 2), sum);
}

/** The spikes that reach a layer. */
export function fetchSpikes(network: usize, layer: usize, thread: u32, samples: u32): void {
  if (word(network, Network.THREADS) === 1) return;
  const capacity = word(layer, Layer.PRE_CAPACITY);
  let sum: u32 = 0;
  for (let s: u32 = 0; s < samples; s++) {
    const count = load<u32>(word(layer, Layer.PRE_COUNT) + s * 4);
    sum += lines(word(layer, Layer.PRE_TIME) + s * capacity * 4, count * 4);
    sum += lines(word(layer, Layer.PRE_INDEX) + s * capacity * 2, count * 2);
  }
  leave(network, thread, sum);
}

/** The spike times of samples `from` to `to` - 1 of a dense layer. */
export function fetchTimes(network: usize, layer: usize, thread: u32, from: u32, to: u32): void {
  if (word(network, Network.THREADS) === 1) return;
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  leave(network, thread, lines(word(layer, Layer.TIMES) + from * rowBytes, (to - from) * rowBytes));
}

/** A layer's weights, where they are few: of a layer of one block, one thread alone has learnt them. */
export function fetchWeights(network: usize, layer: usize, thread: u32, bytes: u32): void {
  if (word(network, Network.THREADS) === 1 || bytes > MOST) return;
  leave(network, thread, lines(word(layer, Layer.WEIGHTS), bytes));
}
