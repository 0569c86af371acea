/** Spike times of one layer from those of the layer before (model.md, section 2): exact, event by event, no time step. */
import type { Response } from './network';
import { volleyOf, type Volley } from './volley';

export interface LayerSettings {
  response: Response;
  /** Firing threshold theta. */
  threshold: number;
  /** Latest time at which this layer may fire (l * T_max). */
  deadline: number;
}

/** What a layer did with a volley; everything that explaining and learning need. */
export interface LayerTrace {
  volley: Volley;
  /**
   * [neurons] number of presynaptic spikes (a prefix of the order in which they reach the neuron: of its patch's, in a
   * convolution) that made it fire; 0 when silent.
   */
  causal: Uint32Array;
  /** [neurons] slope A of the potential at the spike (exponential: D); 0 when silent. */
  slope: Float64Array;
  /** [neurons] membrane potential at the deadline if nothing reset it; what a forced guess compares. */
  potential: Float64Array;
}

/**
 * Average delay response: V(t) = sum w m (t - tbar) over the spikes so far, so t_j = B / A with A = sum w m and
 * B = theta + sum w m tbar. Exponential (Mostafa 2018): V(t) = sum w m (1 - e^(tbar - t)), so t_j = ln(S / D) with
 * S = sum w m e^tbar and D = sum w m - theta. Spikes at equal times enter together; the first prefix whose crossing is
 * not after the next spike is the causal set; the time is clamped to its last spike (rounding) and must not pass the deadline.
 * @param weights [neurons, presynaptic] row-major
 */
export function propagate(
  presynaptic: Volley,
  weights: ArrayLike<number>,
  neurons: number,
  settings: LayerSettings,
): LayerTrace {
  const inputs = presynaptic.times.length;
  const times = new Float64Array(neurons).fill(Infinity);
  const causal = new Uint32Array(neurons);
  const slope = new Float64Array(neurons);
  const potential = new Float64Array(neurons);
  for (let j = 0; j < neurons; j++) {
    const row = j * inputs;
    const fired = firing(presynaptic, weights, row, settings);
    if (fired) {
      times[j] = fired.time;
      causal[j] = fired.causal;
      slope[j] = fired.slope;
    }
    potential[j] = membranePotential(
      presynaptic,
      weights,
      row,
      settings.response,
      settings.deadline,
    );
  }
  return { volley: volleyOf(times), causal, slope, potential };
}

interface Firing {
  time: number;
  causal: number;
  slope: number;
}

/** The firing of one neuron, whose weights start at `row`; undefined when it stays silent. */
export function firing(
  presynaptic: Volley,
  weights: ArrayLike<number>,
  row: number,
  { response, threshold, deadline }: LayerSettings,
): Firing | undefined {
  const { times, multiplicity, order } = presynaptic;
  const exponential = response === 'exponential';
  let a = exponential ? -threshold : 0;
  let b = exponential ? 0 : threshold;
  for (let p = 0; p < order.length; p++) {
    const i = order[p]!;
    const spike = times[i]!;
    if (spike > deadline) return undefined;
    const strength = weights[row + i]! * multiplicity[i]!;
    a += strength;
    b += strength * (exponential ? Math.exp(spike) : spike);
    const next = p + 1 < order.length ? times[order[p + 1]!]! : Infinity;
    if (next === spike || !(a > 0)) continue;
    const crossing = exponential ? Math.log(b / a) : b / a;
    if (!(crossing <= next)) continue;
    const time = Math.max(crossing, spike);
    return time <= deadline ? { time, causal: p + 1, slope: a } : undefined;
  }
  return undefined;
}

/** Membrane potential at time t of the neuron whose weights start at `row`, had it not fired: sum over the spikes up to t. */
export function membranePotential(
  presynaptic: Volley,
  weights: ArrayLike<number>,
  row: number,
  response: Response,
  t: number,
): number {
  const { times, multiplicity, order } = presynaptic;
  let v = 0;
  for (const i of order) {
    const elapsed = t - times[i]!;
    if (elapsed < 0) break;
    v +=
      weights[row + i]! *
      multiplicity[i]! *
      (response === 'exponential' ? -Math.expm1(-elapsed) : elapsed);
  }
  return v;
}
