/** One synapse in words and numbers: what it weighs, what it adds, how the target's time hangs on it. */
import { layerPlans, patchElement, positionOf, weightRow } from '../../model/layers';
import type { NetworkSpec } from '../../model/network';
import type { Contribution } from '../../model/explain';
import { formatFigure, formatGap } from '../../words/numbers';
import type { Derived } from '../scene/derive';
import type { Weights } from '../scene/scene';
import { neuronName } from '../words/names';

/** A synapse by its ends; `layer` is the postsynaptic one. */
export interface SynapseRef {
  layer: number;
  pre: number;
  post: number;
}

export function sameSynapse(a: SynapseRef | null, b: SynapseRef | null): boolean {
  return a === b || (a?.layer === b?.layer && a?.pre === b?.pre && a?.post === b?.post);
}

/** "hidden 37 to output 7". */
export function synapseName(spec: NetworkSpec, { layer, pre, post }: SynapseRef): string {
  const from = neuronName(spec, { layer: layer - 1, neuron: pre });
  return `${from} to ${neuronName(spec, { layer, neuron: post })}`;
}

/** null where the network has no such synapse. */
export function synapseWeight(
  spec: NetworkSpec,
  weights: Weights,
  { layer, pre, post }: SynapseRef,
): number | null {
  const plan = layerPlans(spec)[layer - 1];
  if (!plan || post >= plan.neurons || pre >= plan.before) return null;
  const element = patchElement(plan, positionOf(plan, post), pre);
  return element < 0 ? null : (weights[layer - 1]![weightRow(plan, post) + element] ?? null);
}

/** What a synapse's spike does to its target; null where none came along it. */
export function synapseContribution(
  derived: Derived,
  { layer, pre, post }: SynapseRef,
): Contribution | null {
  const explanation = derived.explanation({ layer, neuron: post });
  return explanation?.contributions.find(({ presynaptic }) => presynaptic === pre) ?? null;
}

/** "adds 0.117 to its potential; ∂t/∂w = −0.170"; before the target has fired at t, or where nothing came: that. */
export function contributionWords(contribution: Contribution | null): string {
  if (!contribution) return 'no spike comes along it';
  const { adds, causal, byWeight } = contribution;
  if (!causal) return 'its spike comes too late to be a cause';
  const does = `${adds < 0 ? 'takes' : 'adds'} ${formatGap(adds)}`;
  return byWeight === 0 ? does : `${does}; ∂t/∂w = ${formatFigure(byWeight)}`;
}
