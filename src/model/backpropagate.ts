/** Temporal error backpropagation of one layer (model.md, section 3). */
import type { LayerSettings, LayerTrace } from './propagate';
import type { Volley } from './volley';

/** In the backward pass only: the slope's floor, since the gradient explodes as it goes to 0. */
export const SLOPE_FLOOR = 0.05;
/** The slope with which a silent output that should have fired is taken to fire, at its deadline. */
export const PUSH_SLOPE = 0.25;

/** dt_j/dw_ij = m_i (tbar_i - t_j) / A_j; exponential: m_i (e^(tbar_i - t_j) - 1) / D_j. `slope` is already floored. */
export function weightDerivative(
  response: LayerSettings['response'],
  m: number,
  presynaptic: number,
  t: number,
  slope: number,
): number {
  const distance = presynaptic - t;
  return (m * (response === 'exponential' ? Math.expm1(distance) : distance)) / slope;
}

/** dt_j/dt_i = w_ij m_i / A_j; exponential: w_ij m_i e^(tbar_i - t_j) / D_j. `slope` is already floored. */
export function timeDerivative(
  response: LayerSettings['response'],
  w: number,
  m: number,
  presynaptic: number,
  t: number,
  slope: number,
): number {
  return (w * m * (response === 'exponential' ? Math.exp(presynaptic - t) : 1)) / slope;
}

/**
 * Adds this sample's dE/dw to `gradient` and returns dE/dt of the presynaptic neurons.
 * Only the causal set counts. A silent neuron passes nothing on; with `push` (the output layer) a silent neuron with a
 * positive error has its weights pushed up as if it had fired at the deadline with slope PUSH_SLOPE, and nothing
 * propagates through it.
 * @param weights [neurons, presynaptic] row-major; `gradient` likewise, or undefined when only the errors are wanted
 * @param error [neurons] dE/dt_j
 */
export function backpropagate(
  presynaptic: Volley,
  trace: LayerTrace,
  weights: ArrayLike<number>,
  error: ArrayLike<number>,
  settings: LayerSettings,
  push: boolean,
  gradient?: Float64Array,
): Float64Array {
  const { response, deadline } = settings;
  const { times, multiplicity, order } = presynaptic;
  const inputs = times.length;
  const delta = new Float64Array(inputs);
  for (let j = 0; j < error.length; j++) {
    const e = error[j]!;
    if (e === 0) continue;
    const row = j * inputs;
    const t = trace.volley.times[j]!;
    if (t === Infinity) {
      if (!push || e < 0) continue;
      for (const i of order) {
        if (times[i]! > deadline) break;
        if (gradient)
          gradient[row + i]! +=
            e * weightDerivative(response, multiplicity[i]!, times[i]!, deadline, PUSH_SLOPE);
      }
      continue;
    }
    const slope = Math.max(trace.slope[j]!, SLOPE_FLOOR);
    for (let p = 0; p < trace.causal[j]!; p++) {
      const i = order[p]!;
      const m = multiplicity[i]!;
      if (gradient) gradient[row + i]! += e * weightDerivative(response, m, times[i]!, t, slope);
      delta[i]! += e * timeDerivative(response, weights[row + i]!, m, times[i]!, t, slope);
    }
  }
  return delta;
}
