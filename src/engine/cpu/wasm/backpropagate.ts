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
  HORIZON,
  INDEX,
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

/** From the output's errors to every layer's coefficients, references and horizon. */
export function backpropagate(table: usize, layers: u32, sample: u32, scratch: usize): void {
  for (let l = <i32>layers - 1; l >= 0; l--) {
    const layer = layerAt(table, l);
    if (word(layer, CONVOLVED)) {
      backpropagateShared(layer, l > 0 ? layerAt(table, l - 1) : 0, sample, scratch);
      continue;
    }
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
export function decayed(layer: usize, row: usize, scratch: usize): usize {
  const coefficient: usize = word(layer, COEFFICIENT) + row;
  if (word(layer, EXPONENTIAL) === 0) return coefficient;
  const decay: usize = word(layer, DECAY) + row;
  const rowBytes = word(layer, STRIDE) * 4;
  for (let k: u32 = 0; k < rowBytes; k += 16)
    v128.store(scratch + k, f32x4.mul(v128.load(coefficient + k), v128.load(decay + k)));
  return scratch;
}

/** What the spike at place `p` of a list hears through its row of weights: from the neurons whose causal prefix is longer than `p`. */
// @ts-ignore: decorator
@inline
export function heard(
  row: usize,
  coefficient: usize,
  causals: usize,
  rowBytes: u32,
  p: u32,
): f32 {
  const here = i32x4.splat(p);
  let sum = f32x4.splat(0);
  for (let k: u32 = 0; k < rowBytes; k += 16) {
    const causal = i32x4.gt_s(v128.load(causals + k), here);
    const product = f32x4.mul(v128.load(coefficient + k), v128.load(row + k));
    sum = f32x4.add(sum, v128.and(product, causal));
  }
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}

/** dE/dt of the layer before: every spike hears from the neurons it helped to fire. */
function propagateErrors(
  layer: usize,
  before: usize,
  sample: u32,
  last: u32,
  scratch: usize,
): void {
  const stride = word(layer, STRIDE);
  const exponential = word(layer, EXPONENTIAL) !== 0;
  const place = sample * stride * 4;
  const causals: usize = word(layer, CAUSAL) + place;
  const weights: usize = word(layer, WEIGHTS);
  const rowBytes = stride * 4;
  const errors: usize = word(before, ERRORS) + sample * word(before, ERROR_STRIDE) * 4;
  memory.fill(errors, 0, word(before, ERROR_STRIDE) * 4);
  const coefficient = decayed(layer, place, scratch);
  const index: usize = word(layer, PRE_INDEX) + sample * word(layer, PRE_CAPACITY) * 2;
  const time: usize = word(layer, PRE_TIME) + sample * word(layer, PRE_CAPACITY) * 4;
  for (let p: u32 = 0; p < last; p++) {
    const i = <u32>load<u16>(index + (p << 1));
    const row = weights + i * rowBytes;
    let e = heard(row, coefficient, causals, rowBytes, p);
    if (exponential) e *= <f32>Math.exp(<f64>load<f32>(time + (p << 2)));
    store<f32>(errors + (i << 2), e);
  }
}
