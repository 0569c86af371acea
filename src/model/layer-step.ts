/** One layer of any kind, forward and backward: a convolution is its dense kernel once a position, on the patch that lies there. */
import { backpropagate } from './backpropagate';
import { patchNeurons, positionOf, receive, type LayerPlan } from './layers';
import { propagate, type LayerSettings, type LayerTrace } from './propagate';
import { volleyOf, type Volley } from './volley';

/** @param weights [rows, inputs] row-major */
export function propagateLayer(
  plan: LayerPlan,
  presynaptic: Volley,
  weights: ArrayLike<number>,
  settings: LayerSettings,
): LayerTrace {
  const { rows, positions, neurons } = plan;
  if (!plan.patch) return propagate(presynaptic, weights, rows, settings);
  const times = new Float64Array(neurons);
  const causal = new Uint32Array(neurons);
  const slope = new Float64Array(neurons);
  const potential = new Float64Array(neurons);
  for (let position = 0; position < positions; position++) {
    const trace = propagate(receive(plan, presynaptic, position), weights, rows, settings);
    const from = position * rows;
    times.set(trace.volley.times, from);
    causal.set(trace.causal, from);
    slope.set(trace.slope, from);
    potential.set(trace.potential, from);
  }
  return { volley: volleyOf(times), causal, slope, potential };
}

/**
 * As `backpropagate`: a weight's gradient is the sum over all positions that share it, and a presynaptic spike hears from every
 * position whose patch it lies in.
 * @param error [neurons] dE/dt_j
 * @param gradient [rows, inputs], added to
 * @returns [before] dE/dt of the presynaptic neurons
 */
export function backpropagateLayer(
  plan: LayerPlan,
  presynaptic: Volley,
  trace: LayerTrace,
  weights: ArrayLike<number>,
  error: Float64Array,
  settings: LayerSettings,
  push: boolean,
  gradient?: Float64Array,
): Float64Array {
  if (!plan.patch)
    return backpropagate(presynaptic, trace, weights, error, settings, push, gradient);
  const { rows, positions } = plan;
  const delta = new Float64Array(presynaptic.times.length);
  for (let position = 0; position < positions; position++) {
    const from = position * rows;
    const to = from + rows;
    const own = error.subarray(from, to);
    if (own.every((e) => e === 0)) continue;
    const part: LayerTrace = {
      volley: volleyOf(trace.volley.times.subarray(from, to)),
      causal: trace.causal.subarray(from, to),
      slope: trace.slope.subarray(from, to),
      potential: trace.potential.subarray(from, to),
    };
    const patch = receive(plan, presynaptic, position);
    const errors = backpropagate(patch, part, weights, own, settings, push, gradient);
    patchNeurons(plan, position).forEach((i, element) => (delta[i]! += errors[element]!));
  }
  return delta;
}

/** The neurons of the layer before whose spikes made neuron `neuron` fire, earliest first; empty for a silent one. */
export function causesOf(
  plan: LayerPlan,
  presynaptic: Volley,
  { causal }: LayerTrace,
  neuron: number,
): Uint32Array {
  const position = positionOf(plan, neuron);
  const prefix = receive(plan, presynaptic, position).order.subarray(0, causal[neuron]);
  if (!plan.patch) return prefix;
  const neurons = patchNeurons(plan, position);
  return prefix.map((element) => neurons[element]!);
}
