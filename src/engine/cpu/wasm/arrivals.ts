/**
 * What the spikes that reach a layer mean to any neuron of it: worked out once for a few samples, then read by every block of neurons. A spike
 * is a record: u32 byte offset of its row within a block's weights, f32 share; and where spikes have multiplicities or synapses are
 * exponential, f32 multiplicity and f32 keep. By share and keep potentials change until the next spike (propagate.ts).
 *
 * Most lit pixels of a digit spike at the time of others, and between those no potential changes. Where they are many together, a run says so:
 * u32 addresses of its first record, and of the one after its last. Behind the runs comes the address of the latest record.
 */
import { ARRIVALS, ARRIVAL_COUNTS, ARRIVAL_RUNS, Layer, SCRATCH_BYTES } from './layout';
import { real, word } from './words';

/** Keeps e^-x of a long silence above 0: -Infinity times 0 would be no number. */
const LEAST_DECAY: f32 = 1e-30;
/** Samples worked out at a time at most: so few that they are still in the nearest cache when a block reads them. */
const MOST_SAMPLES: u32 = 8;
/** Bytes of a sample's runs. */
const RUNS_BYTES: u32 = 64;
/** Runs that are told, and the least records of one: a shorter one takes longer to find than it saves. */
const MOST_RUNS: u32 = 7;
const LEAST_RUN: u32 = 8;

/** Bytes of a record. */
// @ts-ignore: decorator
@inline
export function recordBytes(packed: bool, exponential: bool): u32 {
  return packed || exponential ? 16 : 8;
}

// @ts-ignore: decorator
@inline
function sampleBytes(layer: usize): u32 {
  const packed = word(layer, Layer.PRE_MULTIPLICITY) !== 0;
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  return word(layer, Layer.PRE_CAPACITY) * recordBytes(packed, exponential);
}

/** Samples of a layer that are worked out at a time. */
export function samplesAtATime(layer: usize): u32 {
  return min(MOST_SAMPLES, (SCRATCH_BYTES - ARRIVALS) / sampleBytes(layer));
}

/** Works out samples `from` to `to` - 1, `samplesAtATime` of them at most. @param scratch SCRATCH_BYTES of the thread's own */
export function gatherArrivals(layer: usize, from: u32, to: u32, scratch: usize): void {
  const packed = word(layer, Layer.PRE_MULTIPLICITY) !== 0;
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  for (let s = from; s < to; s++) {
    const target = arrivalsOf(layer, s - from, scratch);
    const count = timely(layer, s);
    store<u32>(scratch + ARRIVAL_COUNTS + ((s - from) << 2), count);
    if (count === 0) continue;
    const runs = runsOf(s - from, scratch);
    store<u32>(runs, target + (count - 1) * recordBytes(packed, exponential));
    const done = packed || exponential ? 0 : ramping(layer, s, target, count, runs);
    each(layer, s, target, done, count, packed, exponential);
  }
}

/** The records of the `n`th of these samples. */
// @ts-ignore: decorator
@inline
export function arrivalsOf(layer: usize, n: u32, scratch: usize): usize {
  return scratch + ARRIVALS + n * sampleBytes(layer);
}

/** Its runs. */
// @ts-ignore: decorator
@inline
export function runsOf(n: u32, scratch: usize): usize {
  return scratch + ARRIVAL_RUNS + n * RUNS_BYTES;
}

/** How many records they are. */
// @ts-ignore: decorator
@inline
export function arrivalCount(n: u32, scratch: usize): u32 {
  return load<u32>(scratch + ARRIVAL_COUNTS + (n << 2));
}

/** Spikes that come before the deadline: those after it change nothing. */
// @ts-ignore: decorator
@inline
function timely(layer: usize, sample: u32): u32 {
  const time: usize = word(layer, Layer.PRE_TIME) + sample * word(layer, Layer.PRE_CAPACITY) * 4;
  const deadline = real(layer, Layer.DEADLINE);
  let count = load<u32>(word(layer, Layer.PRE_COUNT) + sample * 4);
  while (count > 0 && load<f32>(time + ((count - 1) << 2)) > deadline) count--;
  return count;
}

/**
 * Where neither multiplicities nor exponential synapses are: records four at a time, and the runs among them.
 * @returns how many, not the last of them
 */
function ramping(layer: usize, sample: u32, target: usize, count: u32, runs: usize): u32 {
  const list = sample * word(layer, Layer.PRE_CAPACITY);
  const index: usize = word(layer, Layer.PRE_INDEX) + list * 2;
  const time: usize = word(layer, Layer.PRE_TIME) + list * 4;
  const size = recordBytes(false, false);
  let run = runs;
  /** Where the records without a share begin that go on until now. */
  let first = target;
  let to = target;
  let p: u32 = 0;
  for (; p + 4 < count; p += 4) {
    const row = i32x4.shl(v128.load16x4_u(index + (p << 1)), 6);
    const at = time + (p << 2);
    const share = f32x4.sub(v128.load(at, 4), v128.load(at));
    if (v128.any_true(share)) {
      if (to - first >= LEAST_RUN * size && run - runs < MOST_RUNS * 8) {
        store<u32>(run, first);
        store<u32>(run, to, 4);
        run += 8;
      }
      first = to + 4 * size;
    }
    v128.store(to, v128.shuffle<i32>(row, share, 0, 4, 1, 5));
    v128.store(to, v128.shuffle<i32>(row, share, 2, 6, 3, 7), 16);
    to += 4 * size;
  }
  store<u32>(run, target + (count - 1) * size);
  return p;
}

/** Records from spike `from` on. Each spike acts until the next one, the last one until the deadline. */
function each(
  layer: usize,
  sample: u32,
  target: usize,
  from: u32,
  count: u32,
  packed: bool,
  exponential: bool,
): void {
  const list = sample * word(layer, Layer.PRE_CAPACITY);
  const index: usize = word(layer, Layer.PRE_INDEX) + list * 2;
  const time: usize = word(layer, Layer.PRE_TIME) + list * 4;
  const multiplicity: usize = word(layer, Layer.PRE_MULTIPLICITY) + list * 4;
  const deadline = real(layer, Layer.DEADLINE);
  const size = recordBytes(packed, exponential);
  let to = target + from * size;
  for (let p = from; p < count; p++) {
    const at = time + (p << 2);
    const next = p + 1 < count ? load<f32>(at, 4) : deadline;
    const elapsed = next - load<f32>(at);
    store<u32>(to, <u32>load<u16>(index + (p << 1)) << 6);
    store<f32>(to, exponential ? <f32>-Math.expm1(-(<f64>elapsed)) : elapsed, 4);
    if (packed) store<f32>(to, load<f32>(multiplicity + (p << 2)), 8);
    // What is left of a potential; the share is that of the way to its slope that it has gone.
    if (exponential) store<f32>(to, max(<f32>Math.exp(-(<f64>elapsed)), LEAST_DECAY), 12);
    to += size;
  }
}
