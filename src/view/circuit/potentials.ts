/** How full every neuron is at a time: its membrane potential as a share of the threshold, exact at every moment. */
import {
  potentialSegments,
  tracePotential,
  type PotentialSegment,
} from '../../model/explain-potential';
import { layerPlans, positionOf, receive, weightRow } from '../../model/layers';
import { layerDeadline, type NetworkSpec } from '../../model/network';
import type { Volley } from '../../model/volley';
import type { NeuronRef } from '../../session/stimulus/playback';
import type { Weights } from '../scene/scene';

/**
 * V(t) / theta of a neuron of layer 1 or later; 1 once it has fired, 0 before anything reaches it, below 0 where it is held back.
 * @param volleys the spikes of every layer, the input first
 */
export function potentialShares(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
): (ref: NeuronRef, t: number) => number {
  const plans = layerPlans(spec);
  const known = plans.map(() => new Map<number, PotentialSegment[]>());

  function segmentsOf({ layer, neuron }: NeuronRef): PotentialSegment[] {
    let segments = known[layer - 1]!.get(neuron);
    if (!segments) {
      const plan = plans[layer - 1]!;
      segments = potentialSegments(
        receive(plan, volleys[layer - 1]!, positionOf(plan, neuron)),
        weights[layer - 1]!,
        weightRow(plan, neuron),
        spec.response,
        layerDeadline(spec, layer),
      );
      known[layer - 1]!.set(neuron, segments);
    }
    return segments;
  }

  return (ref, t) => {
    if (volleys[ref.layer]!.times[ref.neuron]! <= t) return 1;
    const until = Math.min(t, layerDeadline(spec, ref.layer));
    return tracePotential(segmentsOf(ref), spec.response, until) / spec.threshold;
  };
}
