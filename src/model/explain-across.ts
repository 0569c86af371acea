/** How much of one neuron's potential comes from each earlier spike, through all layers in between. */
import { kernel } from './explain';
import type { NetworkSpec } from './network';
import { firing, membranePotential } from './propagate';
import { layerSettings } from './step';
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
  share(spec, weights, volleys, layer, neuron, at, 1, direct);
  for (let l = layer - 1; l >= 1; l--) {
    const from = parts[l]!;
    const to = parts[l - 1]!;
    const settings = layerSettings(spec, l);
    const inputs = to.length;
    for (let j = 0; j < from.length; j++) {
      const part = from[j]!;
      if (part === 0) continue;
      // The exact firing time, not the engine's float32 one: the causes then add up to the threshold.
      const fired = firing(volleys[l - 1]!, weights[l - 1]!, j * inputs, settings);
      const time = fired?.time ?? volleys[l]!.times[j]!;
      const { response } = settings;
      const v = membranePotential(volleys[l - 1]!, weights[l - 1]!, j * inputs, response, time);
      if (!(v > 0)) continue;
      share(spec, weights, volleys, l, j, time, part / v, to);
    }
  }
  return parts;
}

/** Adds scale * w m kernel(at - tbar) of every spike up to `at` to `into`. */
function share(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  volleys: Volley[],
  layer: number,
  neuron: number,
  at: number,
  scale: number,
  into: Float64Array,
): void {
  const { times, multiplicity, order } = volleys[layer - 1]!;
  const row = neuron * times.length;
  const w = weights[layer - 1]!;
  for (const i of order) {
    if (times[i]! > at) break;
    into[i]! += scale * w[row + i]! * multiplicity[i]! * kernel(spec.response, at - times[i]!);
  }
}
