/** Spike times to spikes in time order. */

/** Most neurons that spike: those of a convolution. */
const MOST = 16_384;
const start = new Uint32Array(MOST + 1);
/** The neurons that spike, and the bucket of each. */
const active = new Uint16Array(MOST);
const bucket = new Uint16Array(MOST);

/**
 * Lists the neurons that spike, earliest first, equal times by index: neurons are dealt into buckets of equal width between the
 * first and the last spike, then an insertion sort (stable, and nearly nothing to do) mends the order within them.
 * @param times spike times of one sample from `base` on, +Infinity silent
 * @param index receives the neurons from `target` on, `time` their spike times
 * @returns how many spike
 */
export function orderSpikes(
  times: Float32Array,
  base: number,
  neurons: number,
  index: Uint16Array,
  time: Float32Array,
  target: number,
): number {
  let count = 0;
  let first = Infinity;
  let last = -Infinity;
  for (let j = 0; j < neurons; j++) {
    const t = times[base + j]!;
    if (t === Infinity) continue;
    active[count++] = j;
    if (t < first) first = t;
    if (t > last) last = t;
  }
  if (count === 0) return 0;
  let buckets = 1;
  while (buckets < count) buckets *= 2;
  const scale = last > first ? (buckets - 1) / (last - first) : 0;
  start.fill(0, 0, buckets + 1);
  for (let n = 0; n < count; n++) {
    const b = ((times[base + active[n]!]! - first) * scale) | 0;
    bucket[n] = b;
    start[b]!++;
  }
  let place = target;
  for (let b = 0; b < buckets; b++) {
    const n = start[b]!;
    start[b] = place;
    place += n;
  }
  for (let n = 0; n < count; n++) {
    const j = active[n]!;
    const p = start[bucket[n]!]!++;
    index[p] = j;
    time[p] = times[base + j]!;
  }
  for (let p = target + 1; p < target + count; p++) {
    const t = time[p]!;
    if (time[p - 1]! <= t) continue;
    const j = index[p]!;
    let q = p;
    for (; q > target && time[q - 1]! > t; q--) {
      time[q] = time[q - 1]!;
      index[q] = index[q - 1]!;
    }
    time[q] = t;
    index[q] = j;
  }
  return count;
}
