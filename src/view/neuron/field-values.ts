/** The numbers that a neuron's image shows. */
import { layerPlans, patchElement, patchNeurons, positionOf, weightRow } from '../../model/layers';
import type { NetworkSpec } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import type { Derived } from '../scene/derive';
import type { Weights } from '../scene/scene';

/**
 * Weights from the layer before, weights to the layer after, contributions of the input's spikes; of a convolution's neuron also
 * the shared weights alone: its patch, large.
 */
export type FieldKind = 'incoming' | 'outgoing' | 'pixels' | 'kernel';

/** The layer whose neurons are the image's cells. */
export function fieldLayer(kind: FieldKind, layer: number): number {
  if (kind === 'pixels') return 0;
  return kind === 'outgoing' ? layer + 1 : layer - 1;
}

/** The neurons that the cells stand for, where these are not all neurons of the layer in their order; null where they are. */
export function fieldNeurons(
  spec: NetworkSpec,
  { layer, neuron }: NeuronRef,
  kind: FieldKind,
): Uint32Array | null {
  if (kind !== 'kernel') return null;
  const plan = layerPlans(spec)[layer - 1]!;
  return patchNeurons(plan, positionOf(plan, neuron));
}

/** [cells]; null where nothing is known yet. */
export function fieldValues(
  derived: Derived,
  ref: NeuronRef,
  kind: FieldKind,
): ArrayLike<number> | null {
  const { layer } = ref;
  const { spec, weights, run } = derived.pair();
  if (!weights || !run?.layers[fieldLayer(kind, layer)] || !run.layers[layer]) return null;
  switch (kind) {
    case 'pixels':
      return derived.causes(ref)?.parts[0] ?? null;
    case 'incoming':
      return incomingOf(spec, weights, ref);
    case 'kernel':
      return rowOf(spec, weights, ref);
    case 'outgoing':
      return outgoingOf(spec, weights, ref);
  }
}

/** [inputs] the weights of a neuron, in the order of its patch. */
export function rowOf<T extends Float32Array | Float64Array>(
  spec: NetworkSpec,
  arrays: readonly T[],
  { layer, neuron }: NeuronRef,
): T {
  const plan = layerPlans(spec)[layer - 1]!;
  const row = weightRow(plan, neuron);
  return arrays[layer - 1]!.subarray(row, row + plan.inputs) as T;
}

/** [neurons of the layer before] the same, each weight where its presynaptic neuron is; 0 outside the patch. */
export function incomingOf<T extends Float32Array | Float64Array>(
  spec: NetworkSpec,
  arrays: readonly T[],
  ref: NeuronRef,
): ArrayLike<number> {
  const plan = layerPlans(spec)[ref.layer - 1]!;
  const row = rowOf(spec, arrays, ref);
  if (!plan.patch) return row;
  const all = new Float64Array(plan.before);
  patchNeurons(plan, positionOf(plan, ref.neuron)).forEach((i, e) => (all[i] = row[e]!));
  return all;
}

/** [neurons of the layer after] the weights with which a neuron reaches them; 0 where it does not. */
function outgoingOf(spec: NetworkSpec, weights: Weights, ref: NeuronRef): Float32Array {
  const plan = layerPlans(spec)[ref.layer]!;
  const w = weights[ref.layer]!;
  return Float32Array.from({ length: plan.neurons }, (_, j) => {
    const element = patchElement(plan, positionOf(plan, j), ref.neuron);
    return element < 0 ? 0 : w[weightRow(plan, j) + element]!;
  });
}

/** The largest magnitude. */
export function largestOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
