/** Errors of one sample, layer by layer (model.md, section 3); the weights' gradients are summed up in update.ts. */
import { PUSH_SLOPE, SLOPE_FLOOR } from '../../model/backpropagate';
import { before, presynaptic, type LayerMemory, type NetworkMemory } from './memory';

/** dE/dt of the layer at work and of the one before; a convolution has up to 16,384 neurons. */
let errors = new Float64Array(16384);
let earlier = new Float64Array(16384);
/** The neurons that fired and have an error: those that errors go back from. */
const active = new Uint16Array(1024);

/** Marks the sample as one without an error: nothing to learn from it. */
export function skipSample({ layers }: NetworkMemory, sample: number): void {
  for (const { horizon, positions } of layers)
    horizon.fill(-Infinity, sample * positions, (sample + 1) * positions);
}

/**
 * Fills gain, reference and horizon of every layer for sample `sample`.
 * @param outputError [classes] dE/dt of the output spikes
 */
export function backpropagateSample(
  memory: NetworkMemory,
  sample: number,
  outputError: ArrayLike<number>,
): void {
  const { layers } = memory;
  const top = layers.length - 1;
  for (let c = 0; c < outputError.length; c++) errors[c] = outputError[c]!;
  for (let l = top; l >= 0; l--) {
    const layer = layers[l]!;
    if (l > 0) earlier.fill(0, 0, before(memory, l).capacity);
    for (let position = 0; position < layer.positions; position++) {
      const count = gains(layer, sample, position, l === top);
      if (l > 0) backpropagateFrom(memory, l, sample, position, count);
    }
    [errors, earlier] = [earlier, errors];
  }
}

/** Adds to the errors of the layer before what the first `count` neurons of `active` at one position send back through their weights. */
function backpropagateFrom(
  memory: NetworkMemory,
  l: number,
  sample: number,
  position: number,
  count: number,
): void {
  const layer = memory.layers[l]!;
  const { weights, stride, gain, reference, causal, patches } = layer;
  const exponential = memory.spec.response === 'exponential';
  const pre = presynaptic(memory, l);
  const place = sample * layer.positions + position;
  const list = place * pre.capacity;
  const base = place * stride;
  const corner = patches ? patches.corner[position]! : 0;
  // From the last causal spike back: a neuron joins in as soon as the walk enters its causal prefix.
  for (let q = 0; q < count; q++) {
    const j = active[q]!;
    const c = gain[base + j]!;
    const t = reference[base + j]!;
    for (let p = causal[base + j]! - 1; p >= 0; p--) {
      const i = pre.index[list + p]!;
      const derivative = c * weights[i * stride + j]!;
      earlier[patches ? corner + patches.offset[i]! : i]! += exponential
        ? derivative * Math.exp(pre.time[list + p]! - t)
        : derivative;
    }
  }
}

/** From the layer's errors at one position; returns how many neurons are in `active`. */
function gains(layer: LayerMemory, sample: number, position: number, push: boolean): number {
  const { neurons, stride, deadline, times, slope, gain, reference } = layer;
  const place = sample * layer.positions + position;
  const base = place * stride;
  let count = 0;
  let horizon = -Infinity;
  for (let j = 0; j < neurons; j++) {
    const e = errors[position * neurons + j]!;
    const t = times[base + j]!;
    let c = 0;
    let at = 0;
    if (t < Infinity) {
      c = e / Math.max(slope[base + j]!, SLOPE_FLOOR);
      at = t;
      if (c !== 0) active[count++] = j;
    } else if (push && e > 0) {
      c = e / PUSH_SLOPE;
      at = deadline;
    }
    gain[base + j] = c;
    reference[base + j] = at;
    if (c !== 0 && at > horizon) horizon = at;
  }
  layer.horizon[place] = horizon;
  return count;
}
