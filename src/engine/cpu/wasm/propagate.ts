/**
 * Spike times of 16 neurons of a layer for one sample: ../propagate.ts with slopes A and potentials V in SIMD registers.
 * A neuron that has fired gets the potential -Infinity, from which nothing brings it back to the threshold. Where the walk over the spikes
 * finds some that fire, it only notes their state (a crossing) and goes on: what follows from it is worked out after the walk.
 */
import { arrivalCount, arrivalsOf, gatherArrivals, recordBytes, runsOf, samplesAtATime } from './arrivals';
import { CROSSING_BYTES, CROSSINGS, Layer } from './layout';
import { real, word } from './words';

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

/**
 * Samples `from` to `to` - 1.
 * @param scratch SCRATCH_BYTES of the thread's own
 */
export function propagate(
  layer: usize,
  useAverage: bool,
  from: u32,
  to: u32,
  scratch: usize,
): void {
  const neurons = word(layer, Layer.NEURONS);
  const few = samplesAtATime(layer);
  for (let s = from; s < to; s += few) {
    const end = min(s + few, to);
    gatherArrivals(layer, s, end, scratch);
    for (let block: u32 = 0; block < neurons; block += BLOCK)
      propagateBlock(layer, useAverage, block, s, end, scratch);
  }
}

/** Samples `from` to `to` - 1, whose arrivals are in the scratch memory, for the 16 neurons from `block` on alone. */
export function propagateBlock(
  layer: usize,
  useAverage: bool,
  block: u32,
  from: u32,
  to: u32,
  scratch: usize,
): void {
  const average = word(layer, Layer.AVERAGE);
  const weights: usize = useAverage && average ? average : word(layer, Layer.WEIGHTS);
  const packed = word(layer, Layer.PRE_MULTIPLICITY) !== 0;
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  clear(layer, block, from, to);
  for (let s = from; s < to; s++) {
    const records = arrivalsOf(layer, s - from, scratch);
    const runs = runsOf(s - from, scratch);
    const count = arrivalCount(s - from, scratch);
    if (exponential) {
      if (packed) walk(layer, weights, s, block, records, runs, count, true, true, scratch);
      else walk(layer, weights, s, block, records, runs, count, false, true, scratch);
    } else {
      if (packed) walk(layer, weights, s, block, records, runs, count, true, false, scratch);
      else walk(layer, weights, s, block, records, runs, count, false, false, scratch);
    }
  }
}

/** Silence, for some samples at once: their lines come from other cores together, not each when its sample begins. */
function clear(layer: usize, block: u32, from: u32, to: u32): void {
  const never = f32x4.splat(Infinity);
  const zero = f32x4.splat(0);
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  const first = from * rowBytes + block * 4;
  let times: usize = word(layer, Layer.TIMES) + first;
  let slopes: usize = word(layer, Layer.SLOPE) + first;
  let causals: usize = word(layer, Layer.CAUSAL) + first;
  for (let s = from; s < to; s++) {
    for (let k: u32 = 0; k < 64; k += 16) {
      v128.store(times + k, never);
      v128.store(slopes + k, zero);
      v128.store(causals + k, zero);
    }
    times += rowBytes;
    slopes += rowBytes;
    causals += rowBytes;
  }
}

/** Potentials at the start: the padding counts as fired. */
// @ts-ignore: decorator
@inline
function resting(first: u32, neurons: u32): v128 {
  const lanes = i32x4.add(i32x4.splat(first), i32x4(0, 1, 2, 3));
  return v128.andnot(f32x4.splat(-Infinity), i32x4.lt_s(lanes, i32x4.splat(neurons)));
}

/**
 * Writes the spike of one neuron, `k` bytes into its block's arrays.
 * @param crossing its slope, and a cache line behind it its potential at t
 */
// @ts-ignore: decorator
@inline
function fire(
  crossing: usize,
  k: u32,
  t: f32,
  next: f32,
  threshold: f32,
  exponential: bool,
  causal: u32,
  times: usize,
  slopes: usize,
  causals: usize,
): void {
  const a = load<f32>(crossing + k);
  const before = load<f32>(crossing + k, 64);
  // The share of the way, or the time, that is missing.
  const missing = (threshold - before) / (exponential ? a - before : a);
  const delay = exponential ? -(<f32>Math.log1p(<f64>-missing)) : missing;
  let time = t + delay;
  time = t < time ? time : t;
  time = time < next ? time : next;
  store<f32>(times + k, time);
  store<f32>(slopes + k, exponential ? a - threshold : a);
  store<u32>(causals + k, causal);
}

/** The potentials `v` of four neurons with slopes `a` a while later. */
// @ts-ignore: decorator
@inline
function later(v: v128, a: v128, keep: v128, share: v128, exponential: bool): v128 {
  return exponential ? add(mul(v, keep), mul(a, share)) : add(v, mul(a, share));
}

/** Which of sixteen lanes are set, a bit each. */
// @ts-ignore: decorator
@inline
function lanes(h0: v128, h1: v128, h2: v128, h3: v128): u32 {
  return i8x16.bitmask(
    i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(h0, h1), i16x8.narrow_i32x4_s(h2, h3)),
  );
}

// @ts-ignore: decorator
@inline
function walk(
  layer: usize,
  weights: usize,
  sample: u32,
  block: u32,
  records: usize,
  runs: usize,
  count: u32,
  packed: bool,
  exponential: bool,
  scratch: usize,
): void {
  if (count === 0) return;
  const stride = word(layer, Layer.STRIDE);
  const neurons = word(layer, Layer.NEURONS);
  const level = real(layer, Layer.THRESHOLD);
  const threshold = f32x4.splat(level);
  const time: usize = word(layer, Layer.PRE_TIME) + sample * word(layer, Layer.PRE_CAPACITY) * 4;
  const place = (sample * stride + block) * 4;
  const times: usize = word(layer, Layer.TIMES) + place;
  const slopes: usize = word(layer, Layer.SLOPE) + place;
  const causals: usize = word(layer, Layer.CAUSAL) + place;
  const rows = weights + block * 4 * word(layer, Layer.INPUTS);
  const size = recordBytes(packed, exponential);
  const latest = records + (count - 1) * size;
  const zero = f32x4.splat(0);
  const fired = f32x4.splat(-Infinity);
  let crossing = scratch + CROSSINGS;
  let waiting: i32 = min(16, neurons - block);
  let v0 = resting(block, neurons);
  let v1 = resting(block + 4, neurons);
  let v2 = resting(block + 8, neurons);
  let v3 = resting(block + 12, neurons);
  let a0 = zero;
  let a1 = zero;
  let a2 = zero;
  let a3 = zero;
  let run = runs;
  /** The first record of the next run, or the latest of all. */
  let until: usize = load<u32>(run);
  let at = records;
  while (true) {
    // Until somebody may fire: a loop of its own, so short that all it needs stays in registers.
    for (; at < until; at += size) {
      const row = rows + load<u32>(at);
      if (packed) {
        const m = v128.load32_splat(at, 8);
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
      const share = v128.load32_splat(at, 4);
      const keep = exponential ? v128.load32_splat(at, 12) : zero;
      const n0 = later(v0, a0, keep, share, exponential);
      const n1 = later(v1, a1, keep, share, exponential);
      const n2 = later(v2, a2, keep, share, exponential);
      const n3 = later(v3, a3, keep, share, exponential);
      const highest = f32x4.pmax(f32x4.pmax(n0, n1), f32x4.pmax(n2, n3));
      if (i32x4.bitmask(f32x4.ge(highest, threshold))) break;
      v0 = n0;
      v1 = n1;
      v2 = n2;
      v3 = n3;
    }
    if (at === until) {
      if (at < latest) {
        // A run: no potential changes.
        const to: usize = load<u32>(run, 4);
        for (; at < to; at += size) {
          const row = rows + load<u32>(at);
          a0 = add(a0, v128.load(row));
          a1 = add(a1, v128.load(row, 16));
          a2 = add(a2, v128.load(row, 32));
          a3 = add(a3, v128.load(row, 48));
        }
        run += 8;
        until = load<u32>(run);
        continue;
      }
      const row = rows + load<u32>(at);
      const m = packed ? v128.load32_splat(at, 8) : zero;
      a0 = add(a0, packed ? mul(v128.load(row), m) : v128.load(row));
      a1 = add(a1, packed ? mul(v128.load(row, 16), m) : v128.load(row, 16));
      a2 = add(a2, packed ? mul(v128.load(row, 32), m) : v128.load(row, 32));
      a3 = add(a3, packed ? mul(v128.load(row, 48), m) : v128.load(row, 48));
    }
    const share = v128.load32_splat(at, 4);
    const keep = exponential ? v128.load32_splat(at, 12) : zero;
    const n0 = later(v0, a0, keep, share, exponential);
    const n1 = later(v1, a1, keep, share, exponential);
    const n2 = later(v2, a2, keep, share, exponential);
    const n3 = later(v3, a3, keep, share, exponential);
    let h0 = f32x4.ge(n0, threshold);
    let h1 = f32x4.ge(n1, threshold);
    let h2 = f32x4.ge(n2, threshold);
    let h3 = f32x4.ge(n3, threshold);
    if (exponential) {
      // As it is rounded, a potential may get to the threshold with a slope that does not lead there.
      h0 = v128.and(h0, f32x4.gt(a0, threshold));
      h1 = v128.and(h1, f32x4.gt(a1, threshold));
      h2 = v128.and(h2, f32x4.gt(a2, threshold));
      h3 = v128.and(h3, f32x4.gt(a3, threshold));
    }
    const hits = lanes(h0, h1, h2, h3);
    v128.store(crossing, a0);
    v128.store(crossing, a1, 16);
    v128.store(crossing, a2, 32);
    v128.store(crossing, a3, 48);
    v128.store(crossing, v0, 64);
    v128.store(crossing, v1, 80);
    v128.store(crossing, v2, 96);
    v128.store(crossing, v3, 112);
    store<u32>(crossing, hits, 128);
    store<u32>(crossing, at - records, 132);
    // At the latest spike it cannot be guessed whether any fires, so nothing branches on that either.
    crossing += select<u32>(CROSSING_BYTES, 0, hits !== 0);
    waiting -= popcnt(hits);
    if (waiting === 0 || at === latest) break;
    at += size;
    v0 = v128.bitselect(fired, n0, h0);
    v1 = v128.bitselect(fired, n1, h1);
    v2 = v128.bitselect(fired, n2, h2);
    v3 = v128.bitselect(fired, n3, h3);
  }
  // Mostly one fires at a time: which of the sixteen it is cannot be guessed, so nothing branches on that.
  for (let c = scratch + CROSSINGS; c < crossing; c += CROSSING_BYTES) {
    let hits = load<u32>(c, 128);
    const causal = load<u32>(c, 132) / size + 1;
    const t = load<f32>(time + (causal << 2) - 4);
    const next = causal < count ? load<f32>(time + (causal << 2)) : real(layer, Layer.DEADLINE);
    do {
      const k: u32 = ctz(hits) << 2;
      fire(c, k, t, next, level, exponential, causal, times, slopes, causals);
      hits &= hits - 1;
    } while (hits !== 0);
  }
}
