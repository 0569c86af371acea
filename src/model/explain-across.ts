/** How much of one neuron's potential comes from each earlier spike, through all layers in between. */
import { layerPlans, patchNeuron, positionOf, receiver, weightRow, type LayerPlan } from './layers';
import type { NetworkSpec, Response } from './network';
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
 * @param stops whether a neuron's spike has no causes that it could be handed on to: a what-if moved it
 * @returns [layer] arrays of [neurons], layers 0 to `layer` - 1
 */
export function contributionsAcross(
  spec: NetworkSpec,
  weights: ArrayLike<number>[],
  volleys: Volley[],
  layer: number,
  neuron: number,
  at: number,
  stops: (layer: number, neuron: number) => boolean = () => false,
): Float64Array[] {
  const parts = volleys.slice(0, layer).map((volley) => new Float64Array(volley.times.length));
  const direct = parts[layer - 1];
  if (!direct) return [];
  const plans = layerPlans(spec);
  const { response } = spec;
  const own = collector(plans[layer - 1]!, response, weights[layer - 1]!, volleys[layer - 1]!);
  const { neurons, adds } = own(neuron, at);
  neurons.forEach((i, k) => (direct[i] = adds[k]!));
  for (let l = layer - 1; l >= 1; l--) {
    const from = parts[l]!;
    const to = parts[l - 1]!;
    const collect = collector(plans[l - 1]!, response, weights[l - 1]!, volleys[l - 1]!);
    for (let j = 0; j < from.length; j++) {
      const part = from[j]!;
      if (part === 0 || stops(l, j)) continue;
      const causes = collect(j, volleys[l]!.times[j]!);
      if (!(causes.total > 0)) continue;
      // Divided by their own sum, which is the threshold up to the rounding of the engine's float32 times.
      const scale = part / causes.total;
      causes.neurons.forEach((i, k) => (to[i]! += scale * causes.adds[k]!));
    }
  }
  return parts;
}

interface Collected {
  /** Neurons of the layer before. */
  neurons: number[];
  adds: number[];
  total: number;
}

/** For each neuron of a layer: w m kernel(at - tbar) of every spike up to `at` that reaches it, and their sum. */
function collector(
  plan: LayerPlan,
  response: Response,
  weights: ArrayLike<number>,
  presynaptic: Volley,
): (neuron: number, at: number) => Collected {
  const receivedBy = receiver(plan, presynaptic);
  return (neuron, at) => {
    const { times, multiplicity, order } = receivedBy(neuron);
    const row = weightRow(plan, neuron);
    const position = positionOf(plan, neuron);
    const found: Collected = { neurons: [], adds: [], total: 0 };
    for (const element of order) {
      const elapsed = at - times[element]!;
      if (elapsed < 0) break;
      const psp = response === 'exponential' ? -Math.expm1(-elapsed) : elapsed;
      const adds = weights[row + element]! * multiplicity[element]! * psp;
      found.neurons.push(patchNeuron(plan, position, element));
      found.adds.push(adds);
      found.total += adds;
    }
    return found;
  };
}
