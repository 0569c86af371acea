/** What a spike's time does to the loss, summed over the neurons it helped to fire: for dense layers and convolutions alike. */
import { ERROR_SUMS, Layer } from './layout';
import { word } from './words';

/** As in model/backpropagate.ts. */
export const SLOPE_FLOOR: f32 = 0.05;

/**
 * Where the gains are of the row `row` bytes into the layer's arrays; for exponential synapses times e^(-reference), made in
 * `scratch`.
 */
function decayed(layer: usize, row: usize, scratch: usize): usize {
  const gain: usize = word(layer, Layer.GAIN) + row;
  if (word(layer, Layer.EXPONENTIAL) === 0) return gain;
  const decay: usize = word(layer, Layer.DECAY) + row;
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  for (let k: u32 = 0; k < rowBytes; k += 16)
    v128.store(scratch + k, f32x4.mul(v128.load(gain + k), v128.load(decay + k)));
  return scratch;
}

/**
 * Backpropagates through the weights: for the first `last` spikes of a place's list, the sum of gain times weight over the neurons
 * whose causal prefix holds the spike, as four partial sums a spike in the thread's scratch memory. Block by block of neurons, whose
 * numbers stay in registers for all spikes.
 */
export function sumSpikeErrors(layer: usize, place: usize, last: u32, scratch: usize): void {
  const rowBytes = word(layer, Layer.STRIDE) * 4;
  const inputs = word(layer, Layer.INPUTS);
  const causals: usize = word(layer, Layer.CAUSAL) + place * rowBytes;
  const weights: usize = word(layer, Layer.WEIGHTS);
  const gain = decayed(layer, place * rowBytes, scratch);
  const index: usize = word(layer, Layer.PRE_INDEX) + place * word(layer, Layer.PRE_CAPACITY) * 2;
  const sums = scratch + ERROR_SUMS;
  const zero = f32x4.splat(0);
  memory.fill(sums, 0, last << 4);
  for (let k: u32 = 0; k < rowBytes; k += 64) {
    const rows = weights + k * inputs;
    const c0 = v128.load(gain + k);
    const c1 = v128.load(gain + k, 16);
    const c2 = v128.load(gain + k, 32);
    const c3 = v128.load(gain + k, 48);
    // A neuron without a gain adds nothing.
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

/** The whole sum of the spike at place `p` of the list. */
// @ts-ignore: decorator
@inline
export function spikeError(scratch: usize, p: u32): f32 {
  const sum = v128.load(scratch + ERROR_SUMS + (p << 4));
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}
