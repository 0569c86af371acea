/** Spike times to spikes in time order: ../order.ts. */
import { BUCKETS, FOUND, Layer, MOST_NEURONS, SORT } from './layout';
import { word } from './words';

/** Spikes from which on two passes over 256 buckets are sooner done than one over as many as there are spikes. */
const MANY: u32 = 160;
/** Spikes up to which comparing each with each is sooner done than putting them into buckets. */
const FEW: u32 = 96;

/** @param scratch SCRATCH_BYTES of the thread's own: buckets, then the spikes' times and neurons before they are in order */
export function order(layer: usize, sample: u32, scratch: usize): void {
  const neurons = word(layer, Layer.NEURONS);
  const positions = word(layer, Layer.POSITIONS);
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  let times: usize = word(layer, Layer.TIMES) + sample * positions * rowBytes;
  const list = sample * word(layer, Layer.CAPACITY);
  const index: usize = word(layer, Layer.INDEX) + list * 2;
  const time: usize = word(layer, Layer.TIME) + list * 4;
  const found = scratch + FOUND;
  const who = found + MOST_NEURONS * 4;
  let count: u32 = 0;
  let neuron: u32 = 0;
  for (let position: u32 = 0; position < positions; position++) {
    for (let k: u32 = 0; k < neurons << 2; k += 4) {
      const t = load<f32>(times + k);
      // Without a branch: a silent neuron's entry is overwritten.
      store<f32>(found + (count << 2), t);
      store<u16>(who + (count << 1), <u16>neuron);
      count += u32(t !== Infinity);
      neuron++;
    }
    times += rowBytes;
  }
  store<u32>(word(layer, Layer.COUNT) + sample * 4, count);
  orderFound(count, index, time, scratch);
}

/** Puts `count` spikes that lie in the scratch memory, neurons ascending, into time order: neurons to `index`, times to `time`. */
export function orderFound(count: u32, index: usize, time: usize, scratch: usize): void {
  if (count === 0) return;
  const found = scratch + FOUND;
  const who = found + MOST_NEURONS * 4;
  if (count <= FEW) {
    orderFew(count, index, time, scratch);
    return;
  }
  let first: f32 = Infinity;
  let last: f32 = -Infinity;
  for (let n: u32 = 0; n < count; n++) {
    const t = load<f32>(found + (n << 2));
    first = min(first, t);
    last = max(last, t);
  }
  if (count > MANY) {
    orderMany(count, first, last, index, time, scratch);
    mend(count, index, time);
    return;
  }
  let buckets: u32 = 1;
  while (buckets < count && buckets < <u32>BUCKETS) buckets *= 2;
  const scale: f32 = last > first ? <f32>(buckets - 1) / (last - first) : 0;
  memory.fill(scratch, 0, (buckets + 1) << 2);
  for (let n: u32 = 0; n < count; n++) {
    const b = scratch + (bucketOf(load<f32>(found + (n << 2)), first, scale, buckets) << 2);
    store<u32>(b, load<u32>(b) + 1);
  }
  let place: u32 = 0;
  for (let b: u32 = 0; b < buckets; b++) {
    const address = scratch + (b << 2);
    const n = load<u32>(address);
    store<u32>(address, place);
    place += n;
  }
  for (let n: u32 = 0; n < count; n++) {
    const t = load<f32>(found + (n << 2));
    const b = scratch + (bucketOf(t, first, scale, buckets) << 2);
    const p = load<u32>(b);
    store<u32>(b, p + 1);
    store<u16>(index + (p << 1), load<u16>(who + (n << 1)));
    store<f32>(time + (p << 2), t);
  }
  mend(count, index, time);
}

/**
 * Of each spike how many come before it, counted 16 spikes at a time: as many comparisons as there are pairs, but nothing that a processor has
 * to guess. No time is below 0, so times compare as the whole numbers that their bits are; a spike comes before an equal one found later.
 */
function orderFew(count: u32, index: usize, time: usize, scratch: usize): void {
  const found = scratch + FOUND;
  const who = found + MOST_NEURONS * 4;
  const end = found + (count << 2);
  const one = i32x4.splat(1);
  for (let n: u32 = 0; n < count; n += 16) {
    const own = found + (n << 2);
    const t0 = v128.load(own);
    const t1 = v128.load(own, 16);
    const t2 = v128.load(own, 32);
    const t3 = v128.load(own, 48);
    let r0 = i32x4.splat(0);
    let r1 = r0;
    let r2 = r0;
    let r3 = r0;
    let at = found;
    for (; at < own; at += 4) {
      const t = i32x4.sub(v128.load32_splat(at), one);
      r0 = i32x4.sub(r0, i32x4.gt_s(t0, t));
      r1 = i32x4.sub(r1, i32x4.gt_s(t1, t));
      r2 = i32x4.sub(r2, i32x4.gt_s(t2, t));
      r3 = i32x4.sub(r3, i32x4.gt_s(t3, t));
    }
    // Among themselves: those in later lanes let an equal one pass.
    let lane = i32x4(0, 1, 2, 3);
    for (const to = min(own + 64, end); at < to; at += 4) {
      const t = v128.load32_splat(at);
      const none = i32x4.splat(0);
      r0 = i32x4.sub(r0, i32x4.gt_s(t0, i32x4.add(t, i32x4.gt_s(lane, none))));
      r1 = i32x4.sub(r1, i32x4.gt_s(t1, i32x4.add(t, i32x4.gt_s(lane, i32x4.splat(-4)))));
      r2 = i32x4.sub(r2, i32x4.gt_s(t2, i32x4.add(t, i32x4.gt_s(lane, i32x4.splat(-8)))));
      r3 = i32x4.sub(r3, i32x4.gt_s(t3, i32x4.add(t, i32x4.gt_s(lane, i32x4.splat(-12)))));
      lane = i32x4.sub(lane, one);
    }
    for (; at < end; at += 4) {
      const t = v128.load32_splat(at);
      r0 = i32x4.sub(r0, i32x4.gt_s(t0, t));
      r1 = i32x4.sub(r1, i32x4.gt_s(t1, t));
      r2 = i32x4.sub(r2, i32x4.gt_s(t2, t));
      r3 = i32x4.sub(r3, i32x4.gt_s(t3, t));
    }
    const ranks = scratch + (n << 2);
    v128.store(ranks, r0);
    v128.store(ranks, r1, 16);
    v128.store(ranks, r2, 32);
    v128.store(ranks, r3, 48);
  }
  for (let n: u32 = 0; n < count; n++) {
    const p = load<u32>(scratch + (n << 2));
    store<u16>(index + (p << 1), load<u16>(who + (n << 1)));
    store<f32>(time + (p << 2), load<f32>(found + (n << 2)));
  }
}

/** An insertion sort, stable, of what is nearly in order. */
function mend(count: u32, index: usize, time: usize): void {
  for (let p: u32 = 1; p < count; p++) {
    const t = load<f32>(time + (p << 2));
    if (load<f32>(time + ((p - 1) << 2)) <= t) continue;
    const j = load<u16>(index + (p << 1));
    let q = p;
    while (q > 0 && load<f32>(time + ((q - 1) << 2)) > t) {
      store<f32>(time + (q << 2), load<f32>(time + ((q - 1) << 2)));
      store<u16>(index + (q << 1), load<u16>(index + ((q - 1) << 1)));
      q--;
    }
    store<f32>(time + (q << 2), t);
    store<u16>(index + (q << 1), j);
  }
}

/**
 * The times as numbers of 16 bits, sorted by the lower byte and then by the upper one: takes as long however the times cluster, as the
 * means of large patches do.
 */
function orderMany(
  count: u32,
  first: f32,
  last: f32,
  index: usize,
  time: usize,
  scratch: usize,
): void {
  const found = scratch + FOUND;
  const who = found + MOST_NEURONS * 4;
  const key = scratch + SORT;
  const upper = key + MOST_NEURONS * 2;
  const sortedWho = upper + MOST_NEURONS * 2;
  const sortedTime = sortedWho + MOST_NEURONS * 2;
  const lows = scratch;
  const highs = scratch + 1024;
  const scale: f32 = last > first ? 65535 / (last - first) : 0;
  memory.fill(scratch, 0, 2048);
  for (let n: u32 = 0; n < count; n++) {
    const k = bucketOf(load<f32>(found + (n << 2)), first, scale, 65536);
    store<u16>(key + (n << 1), <u16>k);
    const low = lows + ((k & 255) << 2);
    const high = highs + ((k >> 8) << 2);
    store<u32>(low, load<u32>(low) + 1);
    store<u32>(high, load<u32>(high) + 1);
  }
  let low: u32 = 0;
  let high: u32 = 0;
  for (let b: u32 = 0; b < 1024; b += 4) {
    const l = load<u32>(lows + b);
    const h = load<u32>(highs + b);
    store<u32>(lows + b, low);
    store<u32>(highs + b, high);
    low += l;
    high += h;
  }
  for (let n: u32 = 0; n < count; n++) {
    const k = <u32>load<u16>(key + (n << 1));
    const address = lows + ((k & 255) << 2);
    const p = load<u32>(address);
    store<u32>(address, p + 1);
    store<u16>(upper + (p << 1), <u16>(k >> 8));
    store<u16>(sortedWho + (p << 1), load<u16>(who + (n << 1)));
    store<f32>(sortedTime + (p << 2), load<f32>(found + (n << 2)));
  }
  for (let n: u32 = 0; n < count; n++) {
    const address = highs + (<u32>load<u16>(upper + (n << 1)) << 2);
    const p = load<u32>(address);
    store<u32>(address, p + 1);
    store<u16>(index + (p << 1), load<u16>(sortedWho + (n << 1)));
    store<f32>(time + (p << 2), load<f32>(sortedTime + (n << 2)));
  }
}

/** Never beyond the last bucket, however the product is rounded. */
// @ts-ignore: decorator
@inline
function bucketOf(t: f32, first: f32, scale: f32, buckets: u32): u32 {
  return min(<u32>((t - first) * scale), buckets - 1);
}
