/** Weight gradients and the optimiser's step, row by row: ../update.ts. */
import {
  ADAM,
  AVERAGE,
  AVERAGE_DECAY,
  BROKEN,
  CAUSE_BYTES,
  CAUSES,
  CAUSES_FROM,
  COEFFICIENT,
  CORRECTION,
  DECAY,
  EXPONENTIAL,
  FIRST,
  HORIZON,
  INPUTS,
  OPTIMIZER,
  PRE_CAPACITY,
  PRE_COUNT,
  PRE_INDEX,
  PRE_MULTIPLICITY,
  PRE_TIME,
  RATE,
  REFERENCE,
  SCALE,
  SECOND,
  STRIDE,
  TOUCHED,
  WEIGHTS,
} from './layout';
import { real, word } from './words';

/** As in model/optimizer.ts. */
const BETA1: f32 = 0.9;
const BETA2: f32 = 0.999;
const REST1: f32 = 1 - 0.9;
const REST2: f32 = 1 - 0.999;
const EPSILON: f32 = 1e-8;
const MOMENTUM: f32 = 0.9;

/** Groups the presynaptic spikes of the samples with an error by neuron, samples in order: a counting sort. */
export function gatherCauses(layer: usize, samples: u32): void {
  const inputs = word(layer, INPUTS);
  const from: usize = word(layer, CAUSES_FROM);
  const causes: usize = word(layer, CAUSES);
  const horizons: usize = word(layer, HORIZON);
  const counts: usize = word(layer, PRE_COUNT);
  const capacity = word(layer, PRE_CAPACITY);
  const exponential = word(layer, EXPONENTIAL) !== 0;
  const multiplicity = word(layer, PRE_MULTIPLICITY);
  const rowBytes = word(layer, STRIDE) * 4;
  memory.fill(from, 0, (inputs + 1) * 4);
  for (let s: u32 = 0; s < samples; s++) {
    const horizon = load<f32>(horizons + (s << 2));
    const count = load<u32>(counts + (s << 2));
    const index: usize = word(layer, PRE_INDEX) + s * capacity * 2;
    const time: usize = word(layer, PRE_TIME) + s * capacity * 4;
    for (let p: u32 = 0; p < count; p++) {
      if (load<f32>(time + (p << 2)) >= horizon) break;
      const address = from + (<u32>load<u16>(index + (p << 1)) << 2);
      store<u32>(address, load<u32>(address) + 1);
    }
  }
  let place: u32 = 0;
  for (let i: u32 = 0; i <= inputs; i++) {
    const address = from + (i << 2);
    const n = load<u32>(address);
    store<u32>(address, place);
    place += n;
  }
  for (let s: u32 = 0; s < samples; s++) {
    const horizon = load<f32>(horizons + (s << 2));
    const count = load<u32>(counts + (s << 2));
    const index: usize = word(layer, PRE_INDEX) + s * capacity * 2;
    const time: usize = word(layer, PRE_TIME) + s * capacity * 4;
    const strength: usize = multiplicity + s * capacity * 4;
    for (let p: u32 = 0; p < count; p++) {
      const t = load<f32>(time + (p << 2));
      if (t >= horizon) break;
      const address = from + (<u32>load<u16>(index + (p << 1)) << 2);
      const q = load<u32>(address);
      store<u32>(address, q + 1);
      const cause = causes + q * CAUSE_BYTES;
      store<u32>(cause, s * rowBytes);
      store<f32>(cause, exponential ? <f32>Math.exp(<f64>t) : t, 4);
      store<f32>(cause, multiplicity ? load<f32>(strength + (p << 2)) : 1, 8);
    }
  }
  // Every entry has moved to its neuron's end, which is the next one's start.
  memory.copy(from + 4, from, inputs * 4);
  store<u32>(from, 0);
}

/** Learns rows `from` to `to` - 1 of a layer, of each the bytes `left` to `right` - 1 (multiples of 64). */
export function updateRows(
  network: usize,
  layer: usize,
  from: u32,
  to: u32,
  left: u32,
  right: u32,
): void {
  const starts: usize = word(layer, CAUSES_FROM);
  const touched: usize = word(layer, TOUCHED);
  const exponential = word(layer, EXPONENTIAL) !== 0;
  for (let i = from; i < to; i++) {
    const start = load<u32>(starts + (i << 2));
    const end = load<u32>(starts + (i << 2), 4);
    if (!load<u8>(touched + i)) {
      if (start === end) continue;
      store<u8>(touched + i, 1);
    }
    if (exponential) updateRow(network, layer, i, left, right, start, end, true);
    else updateRow(network, layer, i, left, right, start, end, false);
  }
}

/**
 * dE/dw_ij = c_j m_i (t_i - t_j), exponential c_j m_i (e^(t_i - t_j) - 1), both only where negative: a spike at t_j itself adds
 * nothing either way, so "before t_j" stands for "in the causal set".
 */
// @ts-ignore: decorator
@inline
function updateRow(
  network: usize,
  layer: usize,
  i: u32,
  left: u32,
  right: u32,
  start: u32,
  end: u32,
  exponential: bool,
): void {
  const rowBytes = word(layer, STRIDE) * 4;
  const causes: usize = word(layer, CAUSES);
  const coefficient: usize = word(layer, COEFFICIENT);
  const reference: usize = word(layer, exponential ? DECAY : REFERENCE);
  const first = causes + start * CAUSE_BYTES;
  const last = causes + end * CAUSE_BYTES;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const scale = f32x4.splat(real(network, SCALE));
  let broken = zero;
  for (let k = left; k < right; k += 64) {
    let g0 = zero;
    let g1 = zero;
    let g2 = zero;
    let g3 = zero;
    for (let cause = first; cause < last; cause += CAUSE_BYTES) {
      const row = load<u32>(cause) + k;
      const t = v128.load32_splat(cause, 4);
      const m = v128.load32_splat(cause, 8);
      const r = reference + row;
      const c = coefficient + row;
      let d0: v128;
      let d1: v128;
      let d2: v128;
      let d3: v128;
      if (exponential) {
        d0 = f32x4.sub(f32x4.mul(t, v128.load(r)), one);
        d1 = f32x4.sub(f32x4.mul(t, v128.load(r, 16)), one);
        d2 = f32x4.sub(f32x4.mul(t, v128.load(r, 32)), one);
        d3 = f32x4.sub(f32x4.mul(t, v128.load(r, 48)), one);
      } else {
        d0 = f32x4.sub(t, v128.load(r));
        d1 = f32x4.sub(t, v128.load(r, 16));
        d2 = f32x4.sub(t, v128.load(r, 32));
        d3 = f32x4.sub(t, v128.load(r, 48));
      }
      d0 = f32x4.mul(f32x4.pmin(zero, d0), m);
      d1 = f32x4.mul(f32x4.pmin(zero, d1), m);
      d2 = f32x4.mul(f32x4.pmin(zero, d2), m);
      d3 = f32x4.mul(f32x4.pmin(zero, d3), m);
      g0 = f32x4.add(g0, f32x4.mul(d0, v128.load(c)));
      g1 = f32x4.add(g1, f32x4.mul(d1, v128.load(c, 16)));
      g2 = f32x4.add(g2, f32x4.mul(d2, v128.load(c, 32)));
      g3 = f32x4.add(g3, f32x4.mul(d3, v128.load(c, 48)));
    }
    const place = i * rowBytes + k;
    broken = f32x4.add(broken, learn(network, layer, place, f32x4.mul(g0, scale)));
    broken = f32x4.add(broken, learn(network, layer, place + 16, f32x4.mul(g1, scale)));
    broken = f32x4.add(broken, learn(network, layer, place + 32, f32x4.mul(g2, scale)));
    broken = f32x4.add(broken, learn(network, layer, place + 48, f32x4.mul(g3, scale)));
  }
  if (v128.any_true(f32x4.ne(broken, zero))) store<u32>(network + (BROKEN << 2), 1);
}

/** Four weights; returns 0 where they are finite, else no number. */
// @ts-ignore: decorator
@inline
export function learn(network: usize, layer: usize, place: u32, g: v128): v128 {
  const weights: usize = word(layer, WEIGHTS) + place;
  const first: usize = word(layer, FIRST) + place;
  const rate = f32x4.splat(real(network, RATE));
  let w = v128.load(weights);
  let m = v128.load(first);
  if (word(network, OPTIMIZER) === ADAM) {
    const second: usize = word(layer, SECOND) + place;
    let v = v128.load(second);
    m = f32x4.add(f32x4.mul(f32x4.splat(BETA1), m), f32x4.mul(f32x4.splat(REST1), g));
    v = f32x4.add(
      f32x4.mul(f32x4.splat(BETA2), v),
      f32x4.mul(f32x4.splat(REST2), f32x4.mul(g, g)),
    );
    v128.store(second, v);
    const root = f32x4.mul(f32x4.sqrt(v), f32x4.splat(real(network, CORRECTION)));
    w = f32x4.sub(w, f32x4.div(f32x4.mul(rate, m), f32x4.add(root, f32x4.splat(EPSILON))));
  } else {
    m = f32x4.add(f32x4.mul(f32x4.splat(MOMENTUM), m), g);
    w = f32x4.sub(w, f32x4.mul(rate, m));
  }
  v128.store(first, m);
  v128.store(weights, w);
  const average = word(layer, AVERAGE);
  if (average) {
    const decay = real(network, AVERAGE_DECAY);
    const kept = f32x4.mul(f32x4.splat(decay), v128.load(average + place));
    v128.store(average + place, f32x4.add(kept, f32x4.mul(f32x4.splat(1 - decay), w)));
  }
  return f32x4.mul(w, f32x4.splat(0));
}
