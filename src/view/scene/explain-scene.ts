/** The model's explanations, for the neurons of a scene. */
import { explainIn, type Explanation } from '../../model/explain';
import { contributionsAcross } from '../../model/explain-across';
import { layerPlans } from '../../model/layers';
import { layerCount, type NetworkSpec } from '../../model/network';
import { membranePotential } from '../../model/propagate';
import { layerSettings } from '../../model/step';
import type { Volley } from '../../model/volley';
import type { NeuronRef } from '../../session/stimulus/playback';
import type { Weights } from './scene';

/** What every earlier spike contributes to one neuron. */
export interface Causes {
  /** [layers before the neuron's] signed contributions of every neuron. */
  parts: Float64Array[];
  /** [same] the largest magnitude. */
  largest: number[];
}

/** @param ref of layer 1 or later */
export function explain(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
  { layer, neuron }: NeuronRef,
): Explanation {
  const plan = layerPlans(spec)[layer - 1]!;
  const presynaptic = volleys[layer - 1]!;
  return explainIn(plan, presynaptic, weights[layer - 1]!, neuron, layerSettings(spec, layer));
}

export function findCauses(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
  { layer, neuron }: NeuronRef,
  at: number,
  stops: (layer: number, neuron: number) => boolean,
): Causes {
  const parts = contributionsAcross(spec, weights, volleys, layer, neuron, at, stops);
  const largest = parts.map((part) =>
    part.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
  );
  return { parts, largest };
}

/** [classes] membrane potential of every output at t as a share of the threshold; 1 once it has fired. */
export function outputShares(
  spec: NetworkSpec,
  weights: Weights,
  volleys: Volley[],
  t: number,
): Float64Array {
  const depth = layerCount(spec);
  const presynaptic = volleys[depth - 1]!;
  const inputs = presynaptic.times.length;
  const w = weights[depth - 1]!;
  return volleys[depth]!.times.map((time, c) =>
    time <= t
      ? 1
      : membranePotential(presynaptic, w, c * inputs, spec.response, t) / spec.threshold,
  );
}
