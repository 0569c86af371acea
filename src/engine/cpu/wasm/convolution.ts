/** What a convolution does beside the dense kernels: ../patches.ts, and the sums over positions that share weights. */
import { Layer, Network, SLOTS } from './layout';
import { decays } from './shares';
import { highest, SLOPE_FLOOR, spikeError, sumSpikeErrors } from './spike-errors';
import { learn } from './update';
import { real, word } from './words';

/** Deals a sample's spikes out to its patches, in time order. */
export function expand(layer: usize, sample: u32): void {
  const positions = word(layer, Layer.POSITIONS);
  const capacity = word(layer, Layer.PRE_CAPACITY);
  const first = sample * positions;
  const counts: usize = word(layer, Layer.PRE_COUNT) + first * 4;
  const index: usize = word(layer, Layer.PRE_INDEX) + first * capacity * 2;
  const time: usize = word(layer, Layer.PRE_TIME) + first * capacity * 4;
  const multiplicity = word(layer, Layer.PRE_MULTIPLICITY);
  const strength: usize = multiplicity + first * capacity * 4;
  const reachFrom: usize = word(layer, Layer.REACH_FROM);
  const reach: usize = word(layer, Layer.REACH);
  const list = sample * word(layer, Layer.SOURCE_CAPACITY);
  const fromIndex: usize = word(layer, Layer.SOURCE_INDEX) + list * 2;
  const fromTime: usize = word(layer, Layer.SOURCE_TIME) + list * 4;
  const fromStrength: usize = word(layer, Layer.SOURCE_MULTIPLICITY) + list * 4;
  const count = load<u32>(word(layer, Layer.SOURCE_COUNT) + sample * 4);
  memory.fill(counts, 0, positions * 4);
  for (let p: u32 = 0; p < count; p++) {
    const entry = reachFrom + (<u32>load<u16>(fromIndex + (p << 1)) << 2);
    const t = load<f32>(fromTime + (p << 2));
    const end = reach + (load<u32>(entry, 4) << 2);
    for (let r = reach + (load<u32>(entry) << 2); r < end; r += 4) {
      const position: u32 = load<u16>(r, 2);
      const n = load<u32>(counts + (position << 2));
      store<u32>(counts + (position << 2), n + 1);
      const at = position * capacity + n;
      store<u16>(index + (at << 1), load<u16>(r));
      store<f32>(time + (at << 2), t);
      if (multiplicity) store<f32>(strength + (at << 2), load<f32>(fromStrength + (p << 2)));
    }
  }
}

/**
 * Gains, references and horizons of all positions of a sample; and, where there is a layer before, its errors: each position
 * adds to those of its patch, in order.
 * @param before 0 where the layer is the first
 */
export function backpropagateShared(
  layer: usize,
  before: usize,
  sample: u32,
  scratch: usize,
): void {
  const positions = word(layer, Layer.POSITIONS);
  let earlier: usize = 0;
  if (before) {
    const size = word(before, Layer.ERROR_STRIDE) * 4;
    earlier = word(before, Layer.ERRORS) + sample * size;
    memory.fill(earlier, 0, size);
  }
  for (let position: u32 = 0; position < positions; position++) {
    const last = gains(layer, sample, position);
    if (before && last) spread(layer, sample * positions + position, position, last, earlier, scratch);
  }
}

/** Returns the length of the longest causal prefix among the neurons with an error. */
function gains(layer: usize, sample: u32, position: u32): u32 {
  const neurons = word(layer, Layer.NEURONS);
  const place = sample * word(layer, Layer.POSITIONS) + position;
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  const horizon: usize = word(layer, Layer.HORIZON) + place * 4;
  store<f32>(horizon, -Infinity);
  if (!load<u32>(word(layer, Layer.PRE_COUNT) + place * 4)) return 0;
  const errors: usize =
    word(layer, Layer.ERRORS) + (sample * word(layer, Layer.ERROR_STRIDE) + position * neurons) * 4;
  const start = place * rowBytes;
  const times: usize = word(layer, Layer.TIMES) + start;
  const slopes: usize = word(layer, Layer.SLOPE) + start;
  const causals: usize = word(layer, Layer.CAUSAL) + start;
  const gain: usize = word(layer, Layer.GAIN) + start;
  const reference: usize = word(layer, Layer.REFERENCE) + start;
  const decay: usize = word(layer, Layer.DECAY) + start;
  const never = f32x4.splat(Infinity);
  const zero = f32x4.splat(0);
  const floor = f32x4.splat(SLOPE_FLOOR);
  let latest = f32x4.splat(-Infinity);
  let longest = i32x4.splat(0);
  for (let k: u32 = 0; k < rowBytes; k += 16) {
    // Behind the last neuron stand the next position's errors, but the padding never fires.
    const e = v128.load(errors + k);
    const t = v128.load(times + k);
    const active = v128.and(f32x4.ne(t, never), f32x4.ne(e, zero));
    const c = f32x4.div(e, f32x4.pmax(floor, v128.load(slopes + k)));
    v128.store(gain + k, v128.and(c, active));
    v128.store(reference + k, v128.and(t, active));
    latest = f32x4.pmax(latest, v128.bitselect(t, f32x4.splat(-Infinity), active));
    longest = i32x4.max_s(longest, v128.and(v128.load(causals + k), active));
    if (exponential) v128.store(decay + k, v128.and(decays(t), active));
  }
  const h = max(
    max(f32x4.extract_lane(latest, 0), f32x4.extract_lane(latest, 1)),
    max(f32x4.extract_lane(latest, 2), f32x4.extract_lane(latest, 3)),
  );
  store<f32>(horizon, h);
  return highest(longest);
}

/** Adds dE/dt of the first `last` spikes of a patch to the errors of the layer before. */
function spread(
  layer: usize,
  place: u32,
  position: u32,
  last: u32,
  earlier: usize,
  scratch: usize,
): void {
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  sumSpikeErrors(layer, place, last, scratch);
  const list = place * word(layer, Layer.PRE_CAPACITY);
  const index: usize = word(layer, Layer.PRE_INDEX) + list * 2;
  const time: usize = word(layer, Layer.PRE_TIME) + list * 4;
  const offset: usize = word(layer, Layer.OFFSET);
  const corner = earlier + (load<u32>(word(layer, Layer.CORNER) + (position << 2)) << 2);
  for (let p: u32 = 0; p < last; p++) {
    const i = <u32>load<u16>(index + (p << 1));
    let e = spikeError(scratch, p);
    if (exponential) e *= <f32>Math.exp(<f64>load<f32>(time + (p << 2)));
    const address = corner + (load<u32>(offset + (i << 2)) << 2);
    store<f32>(address, load<f32>(address) + e);
  }
}

/** The gradient of part `slot` of the batch, summed over its samples and all positions in order. */
export function sumShared(layer: usize, samples: u32, slot: u32): void {
  const positions = word(layer, Layer.POSITIONS);
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  const size = word(layer, Layer.INPUTS) * rowBytes;
  const gradient: usize = word(layer, Layer.GRADIENT) + slot * size;
  memory.fill(gradient, 0, size);
  const from = (samples * slot) / SLOTS;
  const to = (samples * (slot + 1)) / SLOTS;
  const horizons: usize = word(layer, Layer.HORIZON);
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  for (let place = from * positions; place < to * positions; place++) {
    const horizon = load<f32>(horizons + (place << 2));
    if (horizon === -Infinity) continue;
    for (let k: u32 = 0; k < rowBytes; k += 64) {
      if (exponential) sumPlace(layer, gradient, place, horizon, k, true);
      else sumPlace(layer, gradient, place, horizon, k, false);
    }
  }
}

/** 16 neurons at one place; the derivatives are those of updateRow(). */
// @ts-ignore: decorator
@inline
function sumPlace(
  layer: usize,
  gradient: usize,
  place: u32,
  horizon: f32,
  block: u32,
  exponential: bool,
): void {
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  const start = place * rowBytes + block;
  const gain: usize = word(layer, Layer.GAIN) + start;
  const reference: usize = word(layer, exponential ? Layer.DECAY : Layer.REFERENCE) + start;
  const list = place * word(layer, Layer.PRE_CAPACITY);
  const index: usize = word(layer, Layer.PRE_INDEX) + list * 2;
  const time: usize = word(layer, Layer.PRE_TIME) + list * 4;
  const multiplicity = word(layer, Layer.PRE_MULTIPLICITY);
  const strength: usize = multiplicity + list * 4;
  const count = load<u32>(word(layer, Layer.PRE_COUNT) + (place << 2));
  const rows = gradient + block * word(layer, Layer.INPUTS);
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const c0 = v128.load(gain);
  const c1 = v128.load(gain, 16);
  const c2 = v128.load(gain, 32);
  const c3 = v128.load(gain, 48);
  const r0 = v128.load(reference);
  const r1 = v128.load(reference, 16);
  const r2 = v128.load(reference, 32);
  const r3 = v128.load(reference, 48);
  for (let p: u32 = 0; p < count; p++) {
    const spike = load<f32>(time + (p << 2));
    if (spike >= horizon) return;
    let d0: v128;
    let d1: v128;
    let d2: v128;
    let d3: v128;
    if (exponential) {
      const t = f32x4.splat(<f32>Math.exp(<f64>spike));
      d0 = f32x4.sub(f32x4.mul(t, r0), one);
      d1 = f32x4.sub(f32x4.mul(t, r1), one);
      d2 = f32x4.sub(f32x4.mul(t, r2), one);
      d3 = f32x4.sub(f32x4.mul(t, r3), one);
    } else {
      const t = f32x4.splat(spike);
      d0 = f32x4.sub(t, r0);
      d1 = f32x4.sub(t, r1);
      d2 = f32x4.sub(t, r2);
      d3 = f32x4.sub(t, r3);
    }
    d0 = f32x4.mul(f32x4.pmin(zero, d0), c0);
    d1 = f32x4.mul(f32x4.pmin(zero, d1), c1);
    d2 = f32x4.mul(f32x4.pmin(zero, d2), c2);
    d3 = f32x4.mul(f32x4.pmin(zero, d3), c3);
    if (multiplicity) {
      const m = v128.load32_splat(strength + (p << 2));
      d0 = f32x4.mul(d0, m);
      d1 = f32x4.mul(d1, m);
      d2 = f32x4.mul(d2, m);
      d3 = f32x4.mul(d3, m);
    }
    const row = rows + (<u32>load<u16>(index + (p << 1)) << 6);
    v128.store(row, f32x4.add(v128.load(row), d0));
    v128.store(row, f32x4.add(v128.load(row, 16), d1), 16);
    v128.store(row, f32x4.add(v128.load(row, 32), d2), 32);
    v128.store(row, f32x4.add(v128.load(row, 48), d3), 48);
  }
}

/** Learns 16 weights each of the rows `from` to `to` - 1, counted through all blocks: the parts' sums, added up in order. */
export function updateShared(network: usize, layer: usize, from: u32, to: u32): void {
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  const size = word(layer, Layer.INPUTS) * rowBytes;
  const gradient: usize = word(layer, Layer.GRADIENT);
  const scale = f32x4.splat(real(network, Network.SCALE));
  const zero = f32x4.splat(0);
  let broken = zero;
  for (let place = from << 6; place < to << 6; place += 64) {
    let g0 = zero;
    let g1 = zero;
    let g2 = zero;
    let g3 = zero;
    for (let slot: u32 = 0; slot < <u32>SLOTS; slot++) {
      const part = gradient + slot * size + place;
      g0 = f32x4.add(g0, v128.load(part));
      g1 = f32x4.add(g1, v128.load(part, 16));
      g2 = f32x4.add(g2, v128.load(part, 32));
      g3 = f32x4.add(g3, v128.load(part, 48));
    }
    g0 = f32x4.mul(g0, scale);
    g1 = f32x4.mul(g1, scale);
    g2 = f32x4.mul(g2, scale);
    g3 = f32x4.mul(g3, scale);
    broken = f32x4.add(broken, learn(network, layer, place, g0, g1, g2, g3));
  }
  if (v128.any_true(f32x4.ne(broken, zero))) store<u32>(network + (Network.BROKEN << 2), 1);
}
