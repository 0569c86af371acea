/** Spike times to spikes in time order: ../order.ts. */
import {
  BUCKETS,
  CAPACITY,
  COUNT,
  FOUND,
  INDEX,
  MOST_NEURONS,
  NEURONS,
  POSITIONS,
  STRIDE,
  TIME,
  TIMES,
} from './layout';
import { word } from './words';

/** @param scratch SCRATCH_BYTES of the thread's own: buckets, then the spikes' times and neurons before they are in order */
export function order(layer: usize, sample: u32, scratch: usize): void {
  const neurons = word(layer, NEURONS);
  const positions = word(layer, POSITIONS);
  const rowBytes = word(layer, STRIDE) * 4;
  let times: usize = word(layer, TIMES) + sample * positions * rowBytes;
  const list = sample * word(layer, CAPACITY);
  const index: usize = word(layer, INDEX) + list * 2;
  const time: usize = word(layer, TIME) + list * 4;
  const found = scratch + FOUND;
  const who = found + MOST_NEURONS * 4;
  let count: u32 = 0;
  let first: f32 = Infinity;
  let last: f32 = -Infinity;
  let neuron: u32 = 0;
  for (let position: u32 = 0; position < positions; position++) {
    for (let k: u32 = 0; k < neurons << 2; k += 4) {
      const t = load<f32>(times + k);
      // Without a branch: a silent neuron's entry is overwritten.
      store<f32>(found + (count << 2), t);
      store<u16>(who + (count << 1), <u16>neuron);
      const fires = t !== Infinity;
      count += u32(fires);
      first = min(first, t);
      last = max(last, fires ? t : -Infinity);
      neuron++;
    }
    times += rowBytes;
  }
  store<u32>(word(layer, COUNT) + sample * 4, count);
  if (count === 0) return;
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

/** Never beyond the last bucket, however the product is rounded. */
// @ts-ignore: decorator
@inline
function bucketOf(t: f32, first: f32, scale: f32, buckets: u32): u32 {
  return min(<u32>((t - first) * scale), buckets - 1);
}
