/** How much of one neuron's potential comes from each earlier spike, through all layers in between. */
import type { NetworkSpec } from './network';
import type { Volley } from './volley';

/**
 * Shares the potential of neuron `neuron` of layer `layer` (1-based) out among the spikes of every earlier layer.
 *
 * A direct presynaptic spike gets its contribution w m (t - tbar). That of a hidden neuron is handed on to its own causal
 * set in proportion: it fired because its causes' contributions add up to the threshold, so each cause's part is
 * contribution / theta. Hence the sums of all layers are equal: theta for a neuron that fires.
 * @param volleys the spikes of every layer, the input first
 * @param weights a [postsynaptic, presynaptic] array a layer
 * @param at the moment explained (see Explanation.at)
 * @returns [layer] arrays of [neurons], layers 0 to `layer` - 1
 */
export function contributionsAcross(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  volleys: Volley[],
  layer: number,
  neuron: number,
  at: number,
): Float64Array[] {
  const parts = volleys.slice(0, layer).map((volley) => new Float64Array(volley.times.length));
  const direct = parts[layer - 1];
  if (!direct) return [];
  const scratch = new Float64Array(Math.max(...parts.map((part) => part.length)));
  collect(spec, weights[layer - 1]!, volleys[layer - 1]!, neuron, at, scratch);
  direct.set(scratch.subarray(0, direct.length));
  for (let l = layer - 1; l >= 1; l--) {
    const from = parts[l]!;
    const to = parts[l - 1]!;
    const presynaptic = volleys[l - 1]!;
    for (let j = 0; j < from.length; j++) {
      const part = from[j]!;
      if (part === 0) continue;
      const time = volleys[l]!.times[j]!;
      const total = collect(spec, weights[l - 1]!, presynaptic, j, time, scratch);
      if (!(total > 0)) continue;
      // Divided by their own sum, which is the threshold up to the rounding of the engine's float32 times.
      const scale = part / total;
      for (const i of presynaptic.order) {
        if (presynaptic.times[i]! > time) break;
        to[i]! += scale * scratch[i]!;
      }
    }
  }
  return parts;
}

/** Writes w m kernel(at - tbar) of every spike up to `at` to `into`, 0 for the others; their sum. */
function collect(
  spec: NetworkSpec,
  weights: ArrayLike<number>,
  { times, multiplicity, order }: Volley,
  neuron: number,
  at: number,
  into: Float64Array,
): number {
  const row = neuron * times.length;
  const exponential = spec.response === 'exponential';
  into.fill(0, 0, times.length);
  let sum = 0;
  for (const i of order) {
    const elapsed = at - times[i]!;
    if (elapsed < 0) break;
    const psp = exponential ? -Math.expm1(-elapsed) : elapsed;
    const adds = weights[row + i]! * multiplicity[i]! * psp;
    into[i] = adds;
    sum += adds;
  }
  return sum;
}
