/**
 * Spike times of 16 neurons of a layer for one sample: ../propagate.ts with slopes A and potentials V in SIMD registers.
 * A neuron that has fired gets the potential -Infinity, from which nothing brings it back to the threshold.
 */
import { Layer } from './layout';
import { real, word } from './words';

/** Keeps e^-x of a long silence above 0: -Infinity times 0 would be no number. */
const LEAST_DECAY: f32 = 1e-30;

// @ts-ignore: decorator
@inline
function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

// @ts-ignore: decorator
@inline
function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** Neurons a block has: a cache line of a row. */
export const BLOCK: u32 = 16;
/** Samples whose results are cleared at a time. */
const CLEARED: u32 = 8;

/** Samples `from` to `to` - 1: block by block, so that a block's weights stay in the nearest cache for all samples. */
export function propagate(layer: usize, useAverage: bool, from: u32, to: u32): void {
  const neurons = word(layer, Layer.NEURONS);
  for (let block: u32 = 0; block < neurons; block += BLOCK)
    propagateBlock(layer, useAverage, block, from, to);
}

/** The same for the 16 neurons from `block` on alone. */
export function propagateBlock(
  layer: usize,
  useAverage: bool,
  block: u32,
  from: u32,
  to: u32,
): void {
  const average = word(layer, Layer.AVERAGE);
  const weights: usize = useAverage && average ? average : word(layer, Layer.WEIGHTS);
  const packed = word(layer, Layer.PRE_MULTIPLICITY) !== 0;
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  for (let s = from; s < to; s++) {
    if ((s - from) % CLEARED === 0) clear(layer, block, s, min(s + CLEARED, to));
    if (exponential) {
      if (packed) walk(layer, weights, s, block, true, true);
      else walk(layer, weights, s, block, false, true);
    } else {
      if (packed) walk(layer, weights, s, block, true, false);
      else walk(layer, weights, s, block, false, false);
    }
  }
}

/** Silence, for some samples at once: their lines come from other cores together, not each when its sample begins. */
function clear(layer: usize, block: u32, from: u32, to: u32): void {
  const never = f32x4.splat(Infinity);
  const zero = f32x4.splat(0);
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  let place: usize = from * rowBytes + block * 4;
  for (let s = from; s < to; s++) {
    for (let k: u32 = 0; k < 64; k += 16) {
      v128.store(word(layer, Layer.TIMES) + place + k, never);
      v128.store(word(layer, Layer.SLOPE) + place + k, zero);
      v128.store(word(layer, Layer.CAUSAL) + place + k, zero);
    }
    place += rowBytes;
  }
}

/** Potentials at the start: the padding counts as fired. */
// @ts-ignore: decorator
@inline
function resting(first: u32, neurons: u32): v128 {
  const lanes = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  return v128.andnot(f32x4.splat(-Infinity), i32x4.lt_s(lanes, i32x4.splat(neurons)));
}

/** Writes the spikes of the four neurons in `hit`; `before` is their potential at t. */
// @ts-ignore: decorator
@inline
function fire(
  hit: v128,
  a: v128,
  before: v128,
  t: f32,
  next: f32,
  threshold: v128,
  exponential: bool,
  causal: u32,
  times: usize,
  slopes: usize,
  causals: usize,
): void {
  const d = exponential ? f32x4.sub(a, threshold) : a;
  // The share of the way, or the time, that is missing.
  const missing = f32x4.div(f32x4.sub(threshold, before), exponential ? f32x4.sub(a, before) : a);
  const delay = exponential ? f32x4.neg(log1p(f32x4.neg(missing))) : missing;
  const start = f32x4.splat(t);
  const time = f32x4.pmin(f32x4.splat(next), f32x4.pmax(start, f32x4.add(start, delay)));
  v128.store(times, v128.bitselect(time, v128.load(times), hit));
  v128.store(slopes, v128.bitselect(d, v128.load(slopes), hit));
  v128.store(causals, v128.bitselect(i32x4.splat(causal), v128.load(causals), hit));
}

function log1p(x: v128): v128 {
  return f32x4(
    <f32>Math.log1p(f32x4.extract_lane(x, 0)),
    <f32>Math.log1p(f32x4.extract_lane(x, 1)),
    <f32>Math.log1p(f32x4.extract_lane(x, 2)),
    <f32>Math.log1p(f32x4.extract_lane(x, 3)),
  );
}

// @ts-ignore: decorator
@inline
function walk(
  layer: usize,
  weights: usize,
  sample: u32,
  block: u32,
  packed: bool,
  exponential: bool,
): void {
  const stride = word(layer, Layer.STRIDE);
  const neurons = word(layer, Layer.NEURONS);
  const deadline = real(layer, Layer.DEADLINE);
  const threshold = f32x4.splat(real(layer, Layer.THRESHOLD));
  const list = sample * word(layer, Layer.PRE_CAPACITY);
  const index: usize = word(layer, Layer.PRE_INDEX) + list * 2;
  const time: usize = word(layer, Layer.PRE_TIME) + list * 4;
  const multiplicity: usize = word(layer, Layer.PRE_MULTIPLICITY) + list * 4;
  const count = load<u32>(word(layer, Layer.PRE_COUNT) + sample * 4);
  const place = (sample * stride + block) * 4;
  const times: usize = word(layer, Layer.TIMES) + place;
  const slopes: usize = word(layer, Layer.SLOPE) + place;
  const causals: usize = word(layer, Layer.CAUSAL) + place;
  const rows = weights + block * 4 * word(layer, Layer.INPUTS);

  const zero = f32x4.splat(0);
  let waiting: i32 = min(16, neurons - block);
  let v0 = resting(block, neurons);
  let v1 = resting(block + 4, neurons);
  let v2 = resting(block + 8, neurons);
  let v3 = resting(block + 12, neurons);
  let a0 = zero;
  let a1 = zero;
  let a2 = zero;
  let a3 = zero;
  let t: f32 = count ? load<f32>(time) : 0;
  for (let p: u32 = 0; p < count; p++) {
    if (t > deadline) break;
    const later: f32 = p + 1 < count ? load<f32>(time + ((p + 1) << 2)) : Infinity;
    const next = later < deadline ? later : deadline;
    const row = rows + (<u32>load<u16>(index + (p << 1)) << 6);
    if (packed) {
      const m = v128.load32_splat(multiplicity + (p << 2));
      a0 = add(a0, mul(v128.load(row), m));
      a1 = add(a1, mul(v128.load(row, 16), m));
      a2 = add(a2, mul(v128.load(row, 32), m));
      a3 = add(a3, mul(v128.load(row, 48), m));
    } else {
      a0 = add(a0, v128.load(row));
      a1 = add(a1, v128.load(row, 16));
      a2 = add(a2, v128.load(row, 32));
      a3 = add(a3, v128.load(row, 48));
    }
    let n0: v128;
    let n1: v128;
    let n2: v128;
    let n3: v128;
    if (exponential) {
      const elapsed = <f64>(next - t);
      const share = f32x4.splat(<f32>-Math.expm1(-elapsed));
      const keep = f32x4.splat(max(<f32>Math.exp(-elapsed), LEAST_DECAY));
      n0 = add(mul(v0, keep), mul(a0, share));
      n1 = add(mul(v1, keep), mul(a1, share));
      n2 = add(mul(v2, keep), mul(a2, share));
      n3 = add(mul(v3, keep), mul(a3, share));
    } else {
      const elapsed = f32x4.splat(next - t);
      n0 = add(v0, mul(a0, elapsed));
      n1 = add(v1, mul(a1, elapsed));
      n2 = add(v2, mul(a2, elapsed));
      n3 = add(v3, mul(a3, elapsed));
    }
    const highest = f32x4.pmax(f32x4.pmax(n0, n1), f32x4.pmax(n2, n3));
    if (v128.any_true(f32x4.ge(highest, threshold))) {
      const c = p + 1;
      const low = exponential ? threshold : zero;
      let hit = v128.and(f32x4.ge(n0, threshold), f32x4.gt(a0, low));
      if (v128.any_true(hit)) {
        fire(hit, a0, v0, t, next, threshold, exponential, c, times, slopes, causals);
        n0 = v128.bitselect(f32x4.splat(-Infinity), n0, hit);
        waiting -= popcnt(i32x4.bitmask(hit));
      }
      hit = v128.and(f32x4.ge(n1, threshold), f32x4.gt(a1, low));
      if (v128.any_true(hit)) {
        fire(hit, a1, v1, t, next, threshold, exponential, c, times + 16, slopes + 16, causals + 16);
        n1 = v128.bitselect(f32x4.splat(-Infinity), n1, hit);
        waiting -= popcnt(i32x4.bitmask(hit));
      }
      hit = v128.and(f32x4.ge(n2, threshold), f32x4.gt(a2, low));
      if (v128.any_true(hit)) {
        fire(hit, a2, v2, t, next, threshold, exponential, c, times + 32, slopes + 32, causals + 32);
        n2 = v128.bitselect(f32x4.splat(-Infinity), n2, hit);
        waiting -= popcnt(i32x4.bitmask(hit));
      }
      hit = v128.and(f32x4.ge(n3, threshold), f32x4.gt(a3, low));
      if (v128.any_true(hit)) {
        fire(hit, a3, v3, t, next, threshold, exponential, c, times + 48, slopes + 48, causals + 48);
        n3 = v128.bitselect(f32x4.splat(-Infinity), n3, hit);
        waiting -= popcnt(i32x4.bitmask(hit));
      }
      if (waiting === 0) break;
    }
    v0 = n0;
    v1 = n1;
    v2 = n2;
    v3 = n3;
    t = later;
  }
}
