/** Spike times of one layer for one sample (model.md, section 2), walking the spikes that exist in time order. */
import type { Response } from '../../model/network';
import { orderSpikes } from './order';
import { expandSample } from './patches';
import type { LayerMemory } from './memory';
import type { SpikeLists } from './spike-lists';

/** Slope and potential of every neuron of the layer at work (the largest has 1,024), and those that just reached the threshold, with their potential
 * before. */
const slopes = new Float64Array(1024);
const potentials = new Float64Array(1024);
const reached = new Uint16Array(1024);
const before = new Float64Array(1024);

/**
 * Fills times, slope, causal and the spike list of sample `sample`.
 * @param weights [presynaptic, stride] the layer's own, or their running average
 * @param spikes the lists of the layer before
 */
export function propagateSample(
  layer: LayerMemory,
  weights: Float32Array,
  spikes: SpikeLists,
  sample: number,
  response: Response,
  threshold: number,
): void {
  const { positions, patches } = layer;
  if (patches) expandSample(layer, spikes, sample);
  const pre = patches?.lists ?? spikes;
  for (let place = sample * positions; place < (sample + 1) * positions; place++)
    propagatePlace(layer, weights, pre, place, response, threshold);
  listSpikes(layer, sample);
}

/** A layer's spikes of one sample as a list in time order, from their times. */
export function listSpikes(layer: LayerMemory, sample: number): void {
  const { neurons, stride, positions, times, spikes } = layer;
  const first = sample * positions * stride;
  const target = sample * spikes.capacity;
  const { index, time } = spikes;
  if (positions === 1) {
    spikes.count[sample] = orderSpikes(times, first, neurons, index, time, target);
    return;
  }
  const total = positions * neurons;
  if (joined.length < total) joined = new Float32Array(total);
  for (let p = 0; p < positions; p++) {
    const from = first + p * stride;
    joined.set(times.subarray(from, from + neurons), p * neurons);
  }
  spikes.count[sample] = orderSpikes(joined, 0, total, index, time, target);
}

/** The times of all positions without the padding between them. */
let joined = new Float32Array(0);

/**
 * Fills times, slope and causal of the neurons at one place (sample * positions + position).
 *
 * Instead of A and B, the slope A and the potential V at the next presynaptic spike are kept: V += A (t_next - t), and the
 * neuron fires where that reaches the threshold, at t + (theta - V) / A. It is the same crossing (V(t) = A t - B + theta)
 * without a division a spike, and without the large sums B. Spikes at equal times add nothing to V in between, so they enter
 * together. With exponential synapses V runs towards A = sum w m instead: V += (A - V) (1 - e^(t - t_next)), which never
 * needs e^t itself; it fires at t + ln((A - V(t)) / (A - theta)), with slope D = A - theta.
 * @param weights [presynaptic, stride] the layer's own, or their running average
 */
function propagatePlace(
  layer: LayerMemory,
  weights: Float32Array,
  pre: SpikeLists,
  place: number,
  response: Response,
  threshold: number,
): void {
  const { neurons, stride, deadline, times, slope, causal } = layer;
  const exponential = response === 'exponential';
  const base = place * stride;
  const list = place * pre.capacity;
  const count = pre.count[place]!;
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
