/** Errors of one sample, layer by layer (model.md, section 3); the weights' gradients are summed up in update.ts. */
import { PUSH_SLOPE, SLOPE_FLOOR } from '../../model/backpropagate';
import { presynaptic, type LayerMemory, type NetworkMemory } from './memory';

/** dE/dt of the layer at work and of the one before. */
let errors = new Float64Array(1024);
let earlier = new Float64Array(1024);
/** The neurons with an error that fired: what the layer before hears of. */
const active = new Uint16Array(1024);

/** Marks the sample as one without an error: nothing to learn from it. */
export function skipSample({ layers }: NetworkMemory, sample: number): void {
  for (const layer of layers) layer.horizon[sample] = -Infinity;
}

/**
 * Fills coefficient, reference and horizon of every layer for sample `sample`.
 * @param outputError [classes] dE/dt of the output spikes
 */
export function backpropagateSample(
  memory: NetworkMemory,
  sample: number,
  outputError: ArrayLike<number>,
): void {
  const { layers, spec } = memory;
  const exponential = spec.response === 'exponential';
  const top = layers.length - 1;
  for (let c = 0; c < outputError.length; c++) errors[c] = outputError[c]!;
  for (let l = top; l >= 0; l--) {
    const layer = layers[l]!;
    const count = coefficients(layer, sample, l === top);
    if (l === 0) continue;
    earlier.fill(0, 0, layer.inputs);
    const pre = presynaptic(memory, l);
    const list = sample * pre.capacity;
    const base = sample * layer.stride;
    const { weights, stride, coefficient, reference, causal } = layer;
    // From the last causal spike back: a neuron joins in as soon as the walk enters its causal prefix.
    for (let q = 0; q < count; q++) {
      const j = active[q]!;
      const c = coefficient[base + j]!;
      const t = reference[base + j]!;
      for (let p = causal[base + j]! - 1; p >= 0; p--) {
        const i = pre.index[list + p]!;
        const derivative = c * weights[i * stride + j]!;
        earlier[i]! += exponential ? derivative * Math.exp(pre.time[list + p]! - t) : derivative;
      }
    }
    [errors, earlier] = [earlier, errors];
  }
}

/** From the layer's errors; returns how many neurons are in `active`. */
function coefficients(layer: LayerMemory, sample: number, push: boolean): number {
  const { neurons, stride, deadline, times, slope, coefficient, reference } = layer;
  const base = sample * stride;
  let count = 0;
  let horizon = -Infinity;
  for (let j = 0; j < neurons; j++) {
    const e = errors[j]!;
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
    coefficient[base + j] = c;
    reference[base + j] = at;
    if (c !== 0 && at > horizon) horizon = at;
  }
  layer.horizon[sample] = horizon;
  return count;
}
