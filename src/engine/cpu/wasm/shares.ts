/** What 16 neurons of a dense layer add to the gradient, sample by sample and close together: a block of them fits the nearest cache. */
import { Layer, MOST_BLOCKS, Network, SHARE_BYTES } from './layout';
import { SLOPE_FLOOR } from './spike-errors';
import { word } from './words';

/** The thread's blocks are made anew when they are asked for. */
export function forgetShares(layer: usize, thread: u32): void {
  memory.fill(sharesOf(layer, thread), 0, MOST_BLOCKS);
}

// @ts-ignore: decorator
@inline
function sharesOf(layer: usize, thread: u32): usize {
  return word(layer, Layer.SHARES) + thread * word(layer, Layer.SHARES_STEP);
}

/**
 * Where a block of the thread's is; it is made where it is not there yet.
 * @param output whether the layer is the last, whose gains are made with the loss
 */
export function blockOf(
  network: usize,
  layer: usize,
  thread: u32,
  block: u32,
  output: bool,
): usize {
  const shares = sharesOf(layer, thread);
  const samples = word(network, Network.SAMPLES);
  const target = shares + MOST_BLOCKS + block * samples * SHARE_BYTES;
  if (load<u8>(shares + block)) return target;
  store<u8>(shares + block, 1);
  const horizons: usize = word(layer, Layer.HORIZON);
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  for (let s: u32 = 0; s < samples; s++) {
    if (load<f32>(horizons + (s << 2)) === -Infinity) continue;
    const from = s * rowBytes + (block << 6);
    if (output) copyShare(layer, from, target + s * SHARE_BYTES);
    else makeShare(layer, from, target + s * SHARE_BYTES);
  }
  return target;
}

function copyShare(layer: usize, from: usize, share: usize): void {
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  memory.copy(share, word(layer, Layer.GAIN) + from, 64);
  memory.copy(share + 64, word(layer, exponential ? Layer.DECAY : Layer.REFERENCE) + from, 64);
}

function makeShare(layer: usize, from: usize, share: usize): void {
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  const errors: usize = word(layer, Layer.ERRORS) + from;
  const times: usize = word(layer, Layer.TIMES) + from;
  const slopes: usize = word(layer, Layer.SLOPE) + from;
  const never = f32x4.splat(Infinity);
  const zero = f32x4.splat(0);
  const floor = f32x4.splat(SLOPE_FLOOR);
  for (let k: u32 = 0; k < 64; k += 16) {
    const e = v128.load(errors + k);
    const t = v128.load(times + k);
    const active = v128.and(f32x4.ne(t, never), f32x4.ne(e, zero));
    const c = f32x4.div(e, f32x4.pmax(floor, v128.load(slopes + k)));
    v128.store(share + k, v128.and(c, active));
    v128.store(share + k, v128.and(exponential ? decays(t) : t, active), 64);
  }
}

/** e^-t of four times. */
export function decays(t: v128): v128 {
  return f32x4(
    <f32>Math.exp(-(<f64>f32x4.extract_lane(t, 0))),
    <f32>Math.exp(-(<f64>f32x4.extract_lane(t, 1))),
    <f32>Math.exp(-(<f64>f32x4.extract_lane(t, 2))),
    <f32>Math.exp(-(<f64>f32x4.extract_lane(t, 3))),
  );
}
