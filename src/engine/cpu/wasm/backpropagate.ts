/** Errors of one sample, layer by layer: ../backpropagate.ts. */
import {
  CAPACITY,
  CAUSAL,
  COEFFICIENT,
  CONVOLVED,
  COUNT,
  DEADLINE,
  DECAY,
  ERROR_STRIDE,
  ERRORS,
  EXPONENTIAL,
  HEARD,
  HORIZON,
  INDEX,
  INPUTS,
  LAYER_WORDS,
  NEURONS,
  POSITIONS,
  PRE_CAPACITY,
  PRE_INDEX,
  PRE_TIME,
  REFERENCE,
  SLOPE,
  STRIDE,
  TIME,
  TIMES,
  WEIGHTS,
} from './layout';
import { backpropagateShared } from './convolution';
import { real, word } from './words';

/** As in model/backpropagate.ts. */
export const SLOPE_FLOOR: f32 = 0.05;
const PUSH_SLOPE: f32 = 0.25;

/** Marks the sample as one without an error. */
export function skipSample(table: usize, layers: u32, sample: u32): void {
  for (let l: u32 = 0; l < layers; l++) {
    const layer = layerAt(table, l);
    const positions = word(layer, POSITIONS);
    const horizon: usize = word(layer, HORIZON) + sample * positions * 4;
    for (let k: u32 = 0; k < positions << 2; k += 4) store<f32>(horizon + k, -Infinity);
  }
}

// @ts-ignore: decorator
@inline
export function layerAt(table: usize, l: u32): usize {
  return table + <usize>l * LAYER_WORDS * 4;
}

/** From the output's errors to every layer's horizon, coefficients and references; of a dense first layer to its errors. */
export function backpropagate(table: usize, layers: u32, sample: u32, scratch: usize): void {
  for (let l = <i32>layers - 1; l >= 0; l--) {
    const layer = layerAt(table, l);
    if (word(layer, CONVOLVED)) {
      backpropagateShared(layer, l > 0 ? layerAt(table, l - 1) : 0, sample, scratch);
      continue;
    }
    // Nothing before it asks for its coefficients: they are made where they are used (shares.ts).
    if (l === 0 && layers > 1) break;
    const last = coefficients(layer, sample, l === <i32>layers - 1);
    if (l > 0) propagateErrors(layer, layerAt(table, l - 1), sample, last, scratch);
  }
}

/** Returns the length of the longest causal prefix among the neurons with an error. */
function coefficients(layer: usize, sample: u32, push: bool): u32 {
  const neurons = word(layer, NEURONS);
  const stride = word(layer, STRIDE);
  const deadline = real(layer, DEADLINE);
  const exponential = word(layer, EXPONENTIAL) !== 0;
  const place = sample * stride * 4;
  const errors: usize = word(layer, ERRORS) + place;
  const times: usize = word(layer, TIMES) + place;
  const slopes: usize = word(layer, SLOPE) + place;
  const causals: usize = word(layer, CAUSAL) + place;
  const coefficient: usize = word(layer, COEFFICIENT) + place;
  const reference: usize = word(layer, REFERENCE) + place;
  const decay: usize = word(layer, DECAY) + place;
  let horizon: f32 = -Infinity;
  let last: u32 = 0;
  for (let k: u32 = 0; k < stride << 2; k += 16) {
    v128.store(coefficient + k, f32x4.splat(0));
    v128.store(reference + k, f32x4.splat(0));
  }
  if (push) {
    for (let j: u32 = 0; j < neurons; j++) {
      const k = j << 2;
      const e = load<f32>(errors + k);
      if (e > 0 && load<f32>(times + k) === Infinity) {
        store<f32>(coefficient + k, e / PUSH_SLOPE);
        store<f32>(reference + k, deadline);
        if (exponential) store<f32>(decay + k, <f32>Math.exp(-<f64>deadline));
        horizon = deadline;
      }
    }
  }
  const index: usize = word(layer, INDEX) + sample * word(layer, CAPACITY) * 2;
  const time: usize = word(layer, TIME) + sample * word(layer, CAPACITY) * 4;
  const count = load<u32>(word(layer, COUNT) + sample * 4);
  for (let p: u32 = 0; p < count; p++) {
    const k = <u32>load<u16>(index + (p << 1)) << 2;
    const e = load<f32>(errors + k);
    if (e === 0) continue;
    const t = load<f32>(time + (p << 2));
    store<f32>(coefficient + k, e / max(load<f32>(slopes + k), SLOPE_FLOOR));
    store<f32>(reference + k, t);
    if (exponential) store<f32>(decay + k, <f32>Math.exp(-<f64>t));
    horizon = max(horizon, t);
    last = max(last, load<u32>(causals + k));
  }
  store<f32>(word(layer, HORIZON) + sample * 4, horizon);
  return last;
}

/**
 * Where the coefficients are of the row `row` bytes into the layer's arrays; for exponential synapses times e^(-reference), made in
 * `scratch`.
 */
function decayed(layer: usize, row: usize, scratch: usize): usize {
  const coefficient: usize = word(layer, COEFFICIENT) + row;
  if (word(layer, EXPONENTIAL) === 0) return coefficient;
  const decay: usize = word(layer, DECAY) + row;
  const rowBytes = word(layer, STRIDE) * 4;
  for (let k: u32 = 0; k < rowBytes; k += 16)
    v128.store(scratch + k, f32x4.mul(v128.load(coefficient + k), v128.load(decay + k)));
  return scratch;
}

/**
 * What the first `last` spikes of a place's list hear through their weights, each from the neurons whose causal prefix holds it: four
 * partial sums a spike, in the thread's scratch memory. Block by block of neurons, whose numbers stay in registers for all spikes.
 */
export function hear(layer: usize, place: usize, last: u32, scratch: usize): void {
  const rowBytes = word(layer, STRIDE) * 4;
  const inputs = word(layer, INPUTS);
  const causals: usize = word(layer, CAUSAL) + place * rowBytes;
  const weights: usize = word(layer, WEIGHTS);
  const coefficient = decayed(layer, place * rowBytes, scratch);
  const index: usize = word(layer, PRE_INDEX) + place * word(layer, PRE_CAPACITY) * 2;
  const sums = scratch + HEARD;
  const zero = f32x4.splat(0);
  memory.fill(sums, 0, last << 4);
  for (let k: u32 = 0; k < rowBytes; k += 64) {
    const rows = weights + k * inputs;
    const c0 = v128.load(coefficient + k);
    const c1 = v128.load(coefficient + k, 16);
    const c2 = v128.load(coefficient + k, 32);
    const c3 = v128.load(coefficient + k, 48);
    // Without a coefficient a neuron says nothing.
    const n0 = v128.and(v128.load(causals + k), f32x4.ne(c0, zero));
    const n1 = v128.and(v128.load(causals + k, 16), f32x4.ne(c1, zero));
    const n2 = v128.and(v128.load(causals + k, 32), f32x4.ne(c2, zero));
    const n3 = v128.and(v128.load(causals + k, 48), f32x4.ne(c3, zero));
    const end = highest(i32x4.max_s(i32x4.max_s(n0, n1), i32x4.max_s(n2, n3)));
    for (let p: u32 = 0; p < end; p++) {
      const row = rows + (<u32>load<u16>(index + (p << 1)) << 6);
      const here = i32x4.splat(p);
      const address = sums + (p << 4);
      let sum = v128.load(address);
      sum = f32x4.add(sum, v128.and(f32x4.mul(c0, v128.load(row)), i32x4.gt_s(n0, here)));
      sum = f32x4.add(sum, v128.and(f32x4.mul(c1, v128.load(row, 16)), i32x4.gt_s(n1, here)));
      sum = f32x4.add(sum, v128.and(f32x4.mul(c2, v128.load(row, 32)), i32x4.gt_s(n2, here)));
      sum = f32x4.add(sum, v128.and(f32x4.mul(c3, v128.load(row, 48)), i32x4.gt_s(n3, here)));
      v128.store(address, sum);
    }
  }
}

// @ts-ignore: decorator
@inline
export function highest(n: v128): u32 {
  return max(
    max(i32x4.extract_lane(n, 0), i32x4.extract_lane(n, 1)),
    max(i32x4.extract_lane(n, 2), i32x4.extract_lane(n, 3)),
  );
}

/** What the spike at place `p` of the list heard. */
// @ts-ignore: decorator
@inline
export function heard(scratch: usize, p: u32): f32 {
  const sum = v128.load(scratch + HEARD + (p << 4));
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}

/** dE/dt of the layer before, and its horizon: every spike hears from the neurons it helped to fire. */
function propagateErrors(
  layer: usize,
  before: usize,
  sample: u32,
  last: u32,
  scratch: usize,
): void {
  const exponential = word(layer, EXPONENTIAL) !== 0;
  const errors: usize = word(before, ERRORS) + sample * word(before, ERROR_STRIDE) * 4;
  memory.fill(errors, 0, word(before, ERROR_STRIDE) * 4);
  hear(layer, sample, last, scratch);
  const index: usize = word(layer, PRE_INDEX) + sample * word(layer, PRE_CAPACITY) * 2;
  const time: usize = word(layer, PRE_TIME) + sample * word(layer, PRE_CAPACITY) * 4;
  let horizon: f32 = -Infinity;
  for (let p: u32 = 0; p < last; p++) {
    const i = <u32>load<u16>(index + (p << 1));
    let e = heard(scratch, p);
    if (exponential) e *= <f32>Math.exp(<f64>load<f32>(time + (p << 2)));
    store<f32>(errors + (i << 2), e);
    if (e !== 0) horizon = load<f32>(time + (p << 2));
  }
  // The times ascend: the last is the latest.
  if (!word(before, CONVOLVED)) store<f32>(word(before, HORIZON) + sample * 4, horizon);
}
