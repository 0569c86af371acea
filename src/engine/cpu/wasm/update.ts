/** Weight gradients and the optimiser's step, row by row: ../update.ts. */
import { causesFrom, causesOf } from './causes';
import { CAUSE_BYTES, Layer, Network, Optimizer, PACKED_CAUSE_BYTES } from './layout';
import { real, word } from './words';

/** As in model/optimizer.ts. */
const BETA1: f32 = 0.9;
const BETA2: f32 = 0.999;
const REST1: f32 = 1 - 0.9;
const REST2: f32 = 1 - 0.999;
const EPSILON: f32 = 1e-8;
const MOMENTUM: f32 = 0.9;
/**
 * A first moment below this counts as 0: it changes no weight any more, and some hundred steps after a weight's last gradient it would get so
 * small (below 1.2e-38, or its product with the rate) that processors take a multiple of the time for it, some of them a hundredfold.
 */
const LEAST_MOMENT: f32 = 1e-30;

/**
 * Learns rows `from` to `to` - 1 of a dense layer, of each the 16 weights of block `block`.
 * @param share the block's (shares.ts)
 */
export function updateRows(
  network: usize,
  layer: usize,
  thread: u32,
  block: u32,
  share: usize,
  from: u32,
  to: u32,
): void {
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  const packed = word(layer, Layer.PRE_MULTIPLICITY) !== 0;
  if (exponential) {
    if (packed) rowsOf(network, layer, thread, block, share, from, to, true, true);
    else rowsOf(network, layer, thread, block, share, from, to, true, false);
  } else {
    if (packed) rowsOf(network, layer, thread, block, share, from, to, false, true);
    else rowsOf(network, layer, thread, block, share, from, to, false, false);
  }
}

/**
 * dE/dw_ij = c_j m_i (t_i - t_j), exponential c_j m_i (e^(t_i - t_j) - 1), both only where negative: a spike at t_j itself adds
 * nothing either way, so "before t_j" stands for "in the causal set".
 */
// @ts-ignore: decorator
@inline
function rowsOf(
  network: usize,
  layer: usize,
  thread: u32,
  block: u32,
  share: usize,
  from: u32,
  to: u32,
  exponential: bool,
  packed: bool,
): void {
  const starts = causesFrom(layer, thread);
  const touched: usize = word(layer, Layer.TOUCHED);
  const size: u32 = packed ? PACKED_CAUSE_BYTES : CAUSE_BYTES;
  const causes = causesOf(layer, thread);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const scale = f32x4.splat(real(network, Network.SCALE));
  let broken = zero;
  let place = (block * word(layer, Layer.INPUTS) + from) << 6;
  let end = load<u32>(starts + (from << 2));
  for (let i = from; i < to; i++) {
    const start = end;
    end = load<u32>(starts + (i << 2), 4);
    const row = place;
    place += 64;
    if (!load<u8>(touched + i)) {
      if (start === end) continue;
      store<u8>(touched + i, 1);
    }
    let g0 = zero;
    let g1 = zero;
    let g2 = zero;
    let g3 = zero;
    const last = causes + end * size;
    for (let cause = causes + start * size; cause < last; cause += size) {
      const c = share + load<u32>(cause);
      const t = v128.load32_splat(cause, 4);
      let d0: v128;
      let d1: v128;
      let d2: v128;
      let d3: v128;
      if (exponential) {
        d0 = f32x4.sub(f32x4.mul(t, v128.load(c, 64)), one);
        d1 = f32x4.sub(f32x4.mul(t, v128.load(c, 80)), one);
        d2 = f32x4.sub(f32x4.mul(t, v128.load(c, 96)), one);
        d3 = f32x4.sub(f32x4.mul(t, v128.load(c, 112)), one);
      } else {
        d0 = f32x4.sub(t, v128.load(c, 64));
        d1 = f32x4.sub(t, v128.load(c, 80));
        d2 = f32x4.sub(t, v128.load(c, 96));
        d3 = f32x4.sub(t, v128.load(c, 112));
      }
      d0 = f32x4.pmin(zero, d0);
      d1 = f32x4.pmin(zero, d1);
      d2 = f32x4.pmin(zero, d2);
      d3 = f32x4.pmin(zero, d3);
      if (packed) {
        const m = v128.load32_splat(cause, 8);
        d0 = f32x4.mul(d0, m);
        d1 = f32x4.mul(d1, m);
        d2 = f32x4.mul(d2, m);
        d3 = f32x4.mul(d3, m);
      }
      g0 = f32x4.add(g0, f32x4.mul(d0, v128.load(c)));
      g1 = f32x4.add(g1, f32x4.mul(d1, v128.load(c, 16)));
      g2 = f32x4.add(g2, f32x4.mul(d2, v128.load(c, 32)));
      g3 = f32x4.add(g3, f32x4.mul(d3, v128.load(c, 48)));
    }
    g0 = f32x4.mul(g0, scale);
    g1 = f32x4.mul(g1, scale);
    g2 = f32x4.mul(g2, scale);
    g3 = f32x4.mul(g3, scale);
    broken = f32x4.add(broken, learn(network, layer, row, g0, g1, g2, g3));
  }
  if (v128.any_true(f32x4.ne(broken, zero))) store<u32>(network + (Network.BROKEN << 2), 1);
}

/** 16 weights, 64 bytes from `place` on; returns 0 where they are finite, else no number. */
// @ts-ignore: decorator
@inline
export function learn(
  network: usize,
  layer: usize,
  place: usize,
  g0: v128,
  g1: v128,
  g2: v128,
  g3: v128,
): v128 {
  const weights: usize = word(layer, Layer.WEIGHTS) + place;
  const first: usize = word(layer, Layer.FIRST) + place;
  const second: usize = word(layer, Layer.SECOND) + place;
  const average: usize = word(layer, Layer.AVERAGE);
  const adam = word(network, Network.OPTIMIZER) === Optimizer.ADAM;
  const rate = f32x4.splat(real(network, Network.RATE));
  const correction = f32x4.splat(real(network, Network.CORRECTION));
  let w0: v128;
  let w1: v128;
  let w2: v128;
  let w3: v128;
  if (adam) {
    w0 = adamStep(weights, first, second, g0, rate, correction);
    w1 = adamStep(weights + 16, first + 16, second + 16, g1, rate, correction);
    w2 = adamStep(weights + 32, first + 32, second + 32, g2, rate, correction);
    w3 = adamStep(weights + 48, first + 48, second + 48, g3, rate, correction);
  } else {
    w0 = momentumStep(weights, first, g0, rate);
    w1 = momentumStep(weights + 16, first + 16, g1, rate);
    w2 = momentumStep(weights + 32, first + 32, g2, rate);
    w3 = momentumStep(weights + 48, first + 48, g3, rate);
  }
  if (average) {
    const decay = real(network, Network.AVERAGE_DECAY);
    follow(average + place, decay, w0);
    follow(average + place + 16, decay, w1);
    follow(average + place + 32, decay, w2);
    follow(average + place + 48, decay, w3);
  }
  const zero = f32x4.splat(0);
  return f32x4.add(
    f32x4.add(f32x4.mul(w0, zero), f32x4.mul(w1, zero)),
    f32x4.add(f32x4.mul(w2, zero), f32x4.mul(w3, zero)),
  );
}

/** What is no number stays so: the step is to end with it. */
// @ts-ignore: decorator
@inline
function unlessTiny(m: v128): v128 {
  return v128.andnot(m, f32x4.lt(f32x4.abs(m), f32x4.splat(LEAST_MOMENT)));
}

// @ts-ignore: decorator
@inline
function adamStep(
  weights: usize,
  first: usize,
  second: usize,
  g: v128,
  rate: v128,
  correction: v128,
): v128 {
  const m = unlessTiny(
    f32x4.add(f32x4.mul(f32x4.splat(BETA1), v128.load(first)), f32x4.mul(f32x4.splat(REST1), g)),
  );
  const v = f32x4.add(
    f32x4.mul(f32x4.splat(BETA2), v128.load(second)),
    f32x4.mul(f32x4.splat(REST2), f32x4.mul(g, g)),
  );
  const root = f32x4.mul(f32x4.sqrt(v), correction);
  const w = f32x4.sub(
    v128.load(weights),
    f32x4.div(f32x4.mul(rate, m), f32x4.add(root, f32x4.splat(EPSILON))),
  );
  v128.store(first, m);
  v128.store(second, v);
  v128.store(weights, w);
  return w;
}

// @ts-ignore: decorator
@inline
function momentumStep(weights: usize, first: usize, g: v128, rate: v128): v128 {
  const m = unlessTiny(f32x4.add(f32x4.mul(f32x4.splat(MOMENTUM), v128.load(first)), g));
  const w = f32x4.sub(v128.load(weights), f32x4.mul(rate, m));
  v128.store(first, m);
  v128.store(weights, w);
  return w;
}

/** The running average of four weights. */
// @ts-ignore: decorator
@inline
function follow(average: usize, decay: f32, w: v128): void {
  const kept = f32x4.mul(f32x4.splat(decay), v128.load(average));
  v128.store(average, f32x4.add(kept, f32x4.mul(f32x4.splat(1 - decay), w)));
}
