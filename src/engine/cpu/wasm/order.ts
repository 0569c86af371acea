/** Spike times to spikes in time order: ../order.ts. */
import { BUCKETS, CAPACITY, COUNT, INDEX, NEURONS, STRIDE, TIME, TIMES } from './layout';
import { word } from './words';

/** @param scratch BUCKETS + 1 words of the thread's own */
export function order(layer: usize, sample: u32, scratch: usize): void {
  const neurons = word(layer, NEURONS);
  const times: usize = word(layer, TIMES) + sample * word(layer, STRIDE) * 4;
  const list = sample * word(layer, CAPACITY);
  const index: usize = word(layer, INDEX) + list * 2;
  const time: usize = word(layer, TIME) + list * 4;
  let count: u32 = 0;
  let first: f32 = Infinity;
  let last: f32 = -Infinity;
  for (let j: u32 = 0; j < neurons; j++) {
    const t = load<f32>(times + (j << 2));
    if (t === Infinity) continue;
    count++;
    first = min(first, t);
    last = max(last, t);
  }
  store<u32>(word(layer, COUNT) + sample * 4, count);
  if (count === 0) return;
  let buckets: u32 = 1;
  while (buckets < count && buckets < <u32>BUCKETS) buckets *= 2;
  const scale: f32 = last > first ? <f32>(buckets - 1) / (last - first) : 0;
  memory.fill(scratch, 0, (buckets + 1) << 2);
  for (let j: u32 = 0; j < neurons; j++) {
    const t = load<f32>(times + (j << 2));
    if (t === Infinity) continue;
    const b = scratch + (bucketOf(t, first, scale, buckets) << 2);
    store<u32>(b, load<u32>(b) + 1);
  }
  let place: u32 = 0;
  for (let b: u32 = 0; b < buckets; b++) {
    const address = scratch + (b << 2);
    const n = load<u32>(address);
    store<u32>(address, place);
    place += n;
  }
  for (let j: u32 = 0; j < neurons; j++) {
    const t = load<f32>(times + (j << 2));
    if (t === Infinity) continue;
    const b = scratch + (bucketOf(t, first, scale, buckets) << 2);
    const p = load<u32>(b);
    store<u32>(b, p + 1);
    store<u16>(index + (p << 1), <u16>j);
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
