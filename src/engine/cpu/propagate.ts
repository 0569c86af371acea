/** Spike times of one layer for one sample (model.md, section 2), walking the spikes that exist in time order. */
import type { Response } from '../../model/network';
import { orderSpikes } from './order';
import type { LayerMemory, SpikeLists } from './memory';

/** Slope and potential of every neuron of the layer at work; the largest layer has 1,024. */
const slopes = new Float64Array(1024);
const potentials = new Float64Array(1024);

/**
 * Fills times, slope, causal and the spike list of sample `sample`.
 * @param weights [presynaptic, stride] the layer's own, or their running average
 *
 * Instead of A and B, the slope A and the potential V at the next presynaptic spike are kept: V += A (t_next - t), and the
 * neuron fires where that reaches the threshold, at t + (theta - V) / A. It is the same crossing (V(t) = A t - B + theta)
 * without a division a spike, and without the large sums B. Spikes at equal times add nothing to V in between, so they enter
 * together. With exponential synapses V runs towards A = sum w m instead: V += (A - V) (1 - e^(t - t_next)), which never
 * needs e^t itself; it fires at t - ln(1 - (theta - V) / (A - V)), with slope D = A - theta.
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
    const elapsed = next - t;
    const approach = exponential ? -Math.expm1(-elapsed) : 0;
    for (let j = 0; j < neurons; j++) {
      const a = slopes[j]! + weights[row + j]! * m;
      slopes[j] = a;
      const before = potentials[j]!;
      const v = exponential ? before + (a - before) * approach : before + a * elapsed;
      potentials[j] = v;
      if (!(v >= threshold) || times[base + j] !== Infinity) continue;
      const d = exponential ? a - threshold : a;
      if (!(d > 0)) continue;
      const delay = exponential
        ? -Math.log1p((before - threshold) / (a - before))
        : (threshold - before) / a;
      times[base + j] = Math.min(Math.max(t + delay, t), next);
      slope[base + j] = d;
      causal[base + j] = p + 1;
      // It has fired: from here on the first test alone keeps it out.
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
