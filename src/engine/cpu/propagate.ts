/** Spike times of one layer for one sample (model.md, section 2), walking the spikes that exist in time order. */
import type { Response } from '../../model/network';
import { orderSpikes } from './order';
import type { LayerMemory, SpikeLists } from './memory';

/** Slope and potential of every neuron of the layer at work (the largest has 1,024), and those that just reached the threshold, with their potential
 * before. */
const slopes = new Float64Array(1024);
const potentials = new Float64Array(1024);
const reached = new Uint16Array(1024);
const before = new Float64Array(1024);

/**
 * Fills times, slope, causal and the spike list of sample `sample`.
 *
 * Instead of A and B, the slope A and the potential V at the next presynaptic spike are kept: V += A (t_next - t), and the
 * neuron fires where that reaches the threshold, at t + (theta - V) / A. It is the same crossing (V(t) = A t - B + theta)
 * without a division a spike, and without the large sums B. Spikes at equal times add nothing to V in between, so they enter
 * together. With exponential synapses V runs towards A = sum w m instead: V += (A - V) (1 - e^(t - t_next)), which never
 * needs e^t itself; it fires at t + ln((A - V(t)) / (A - theta)), with slope D = A - theta.
 * @param weights [presynaptic, stride] the layer's own, or their running average
 */
export function propagateSample(
  layer: LayerMemory,
  weights: Float32Array,
  pre: SpikeLists,
  sample: number,
  response: Response,
  threshold: number,
): void {
  const { neurons, stride, deadline, times, slope, causal, spikes } = layer;
  const exponential = response === 'exponential';
  const base = sample * stride;
  const list = sample * pre.capacity;
  const count = pre.count[sample]!;
  const { index, time, multiplicity } = pre;
  times.fill(Infinity, base, base + neurons);
  causal.fill(0, base, base + neurons);
  slopes.fill(0, 0, neurons);
  potentials.fill(0, 0, neurons);
  let waiting = neurons;
  for (let p = 0; p < count && waiting > 0; p++) {
    const t = time[list + p]!;
    if (t > deadline) break;
    const row = index[list + p]! * stride;
    const m = multiplicity ? multiplicity[list + p]! : 1;
    const next = p + 1 < count ? Math.min(time[list + p + 1]!, deadline) : deadline;
    const found = exponential
      ? approach(weights, row, neurons, m, -Math.expm1(t - next), threshold)
      : climb(weights, row, neurons, m, next - t, threshold);
    for (let q = 0; q < found; q++) {
      const j = reached[q]!;
      const a = slopes[j]!;
      const missing = threshold - before[q]!;
      const d = exponential ? a - threshold : a;
      if (!(d > 0) || times[base + j] !== Infinity) continue;
      const delay = exponential ? -Math.log1p(-missing / (a - before[q]!)) : missing / a;
      times[base + j] = Math.min(Math.max(t + delay, t), next);
      slope[base + j] = d;
      causal[base + j] = p + 1;
      // It has fired: nothing brings it back to the threshold.
      potentials[j] = -Infinity;
      waiting--;
    }
  }
  spikes.count[sample] = orderSpikes(
    times,
    base,
    neurons,
    spikes.index,
    spikes.time,
    sample * spikes.capacity,
  );
}

/** One spike's row to the slopes, then ramps for `elapsed`; returns how many neurons in `reached` are at the threshold. */
function climb(
  weights: Float32Array,
  row: number,
  neurons: number,
  m: number,
  elapsed: number,
  threshold: number,
): number {
  let found = 0;
  for (let j = 0; j < neurons; j++) {
    const a = slopes[j]! + weights[row + j]! * m;
    const u = potentials[j]!;
    const v = u + a * elapsed;
    slopes[j] = a;
    potentials[j] = v;
    if (v >= threshold) {
      before[found] = u;
      reached[found++] = j;
    }
  }
  return found;
}

/** The same with exponential synapses; `share` of the way to the new sum is made until the next spike. */
function approach(
  weights: Float32Array,
  row: number,
  neurons: number,
  m: number,
  share: number,
  threshold: number,
): number {
  let found = 0;
  for (let j = 0; j < neurons; j++) {
    const a = slopes[j]! + weights[row + j]! * m;
    const u = potentials[j]!;
    const v = u + (a - u) * share;
    slopes[j] = a;
    potentials[j] = v;
    if (v >= threshold) {
      before[found] = u;
      reached[found++] = j;
    }
  }
  return found;
}
