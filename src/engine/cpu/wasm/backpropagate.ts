/** Errors of one sample, layer by layer: ../backpropagate.ts. */
import { Layer } from './layout';
import { backpropagateShared } from './convolution';
import { sumSpikeErrors, SLOPE_FLOOR, spikeError } from './spike-errors';
import { layerAt, real, word } from './words';

/** As in model/backpropagate.ts. */
const PUSH_SLOPE: f32 = 0.25;

/** Marks the sample as one without an error. */
export function skipSample(table: usize, layers: u32, sample: u32): void {
  for (let l: u32 = 0; l < layers; l++) {
    const layer = layerAt(table, l);
    const positions = word(layer, Layer.POSITIONS);
    const horizon: usize = word(layer, Layer.HORIZON) + sample * positions * 4;
    for (let k: u32 = 0; k < positions << 2; k += 4) store<f32>(horizon + k, -Infinity);
  }
}

/** From the output's errors to every layer's horizon, gains and references; of a dense first layer to its errors. */
export function backpropagate(table: usize, layers: u32, sample: u32, scratch: usize): void {
  for (let l = <i32>layers - 1; l >= 0; l--) {
    const layer = layerAt(table, l);
    if (word(layer, Layer.CONVOLVED)) {
      backpropagateShared(layer, l > 0 ? layerAt(table, l - 1) : 0, sample, scratch);
      continue;
    }
    // Nothing before it asks for its gains: they are made where they are used (shares.ts).
    if (l === 0 && layers > 1) break;
    const last = gains(layer, sample, l === <i32>layers - 1);
    if (l > 0) propagateErrors(layer, layerAt(table, l - 1), sample, last, scratch);
  }
}

/** Returns the length of the longest causal prefix among the neurons with an error. */
function gains(layer: usize, sample: u32, push: bool): u32 {
  const neurons = word(layer, Layer.NEURONS);
  const stride = word(layer, Layer.STRIDE);
  const deadline = real(layer, Layer.DEADLINE);
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  const place = sample * stride * 4;
  const errors: usize = word(layer, Layer.ERRORS) + place;
  const times: usize = word(layer, Layer.TIMES) + place;
  const slopes: usize = word(layer, Layer.SLOPE) + place;
  const causals: usize = word(layer, Layer.CAUSAL) + place;
  const gain: usize = word(layer, Layer.GAIN) + place;
  const reference: usize = word(layer, Layer.REFERENCE) + place;
  const decay: usize = word(layer, Layer.DECAY) + place;
  let horizon: f32 = -Infinity;
  let last: u32 = 0;
  for (let k: u32 = 0; k < stride << 2; k += 16) {
    v128.store(gain + k, f32x4.splat(0));
    v128.store(reference + k, f32x4.splat(0));
  }
  if (push) {
    for (let j: u32 = 0; j < neurons; j++) {
      const k = j << 2;
      const e = load<f32>(errors + k);
      if (e > 0 && load<f32>(times + k) === Infinity) {
        store<f32>(gain + k, e / PUSH_SLOPE);
        store<f32>(reference + k, deadline);
        if (exponential) store<f32>(decay + k, <f32>Math.exp(-<f64>deadline));
        horizon = deadline;
      }
    }
  }
  const index: usize = word(layer, Layer.INDEX) + sample * word(layer, Layer.CAPACITY) * 2;
  const time: usize = word(layer, Layer.TIME) + sample * word(layer, Layer.CAPACITY) * 4;
  const count = load<u32>(word(layer, Layer.COUNT) + sample * 4);
  for (let p: u32 = 0; p < count; p++) {
    const k = <u32>load<u16>(index + (p << 1)) << 2;
    const e = load<f32>(errors + k);
    if (e === 0) continue;
    const t = load<f32>(time + (p << 2));
    store<f32>(gain + k, e / max(load<f32>(slopes + k), SLOPE_FLOOR));
    store<f32>(reference + k, t);
    if (exponential) store<f32>(decay + k, <f32>Math.exp(-<f64>t));
    horizon = max(horizon, t);
    last = max(last, load<u32>(causals + k));
  }
  store<f32>(word(layer, Layer.HORIZON) + sample * 4, horizon);
  return last;
}

/** dE/dt of the layer before, and its horizon: a spike's is the sum over the neurons it helped to fire. */
function propagateErrors(
  layer: usize,
  before: usize,
  sample: u32,
  last: u32,
  scratch: usize,
): void {
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  const errors: usize = word(before, Layer.ERRORS) + sample * word(before, Layer.ERROR_STRIDE) * 4;
  memory.fill(errors, 0, word(before, Layer.ERROR_STRIDE) * 4);
  sumSpikeErrors(layer, sample, last, scratch);
  const index: usize = word(layer, Layer.PRE_INDEX) + sample * word(layer, Layer.PRE_CAPACITY) * 2;
  const time: usize = word(layer, Layer.PRE_TIME) + sample * word(layer, Layer.PRE_CAPACITY) * 4;
  let horizon: f32 = -Infinity;
  for (let p: u32 = 0; p < last; p++) {
    const i = <u32>load<u16>(index + (p << 1));
    let e = spikeError(scratch, p);
    if (exponential) e *= <f32>Math.exp(<f64>load<f32>(time + (p << 2)));
    store<f32>(errors + (i << 2), e);
    if (e !== 0) horizon = load<f32>(time + (p << 2));
  }
  // The times ascend: the last is the latest.
  if (!word(before, Layer.CONVOLVED)) store<f32>(word(before, Layer.HORIZON) + sample * 4, horizon);
}
