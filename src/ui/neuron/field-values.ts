/** The numbers that a neuron's image shows. */
import type { NeuronRef } from '../../session/playback';
import type { Derived } from '../spikes/derive';

/** Weights from the layer before, weights to the layer after, contributions of the input's spikes. */
export type FieldKind = 'incoming' | 'outgoing' | 'pixels';

/** The layer whose neurons are the image's cells. */
export function fieldLayer(kind: FieldKind, layer: number): number {
  if (kind === 'pixels') return 0;
  return kind === 'incoming' ? layer - 1 : layer + 1;
}

/** [neurons of the field's layer]; null where nothing is known yet. */
export function fieldValues(
  derived: Derived,
  ref: NeuronRef,
  kind: FieldKind,
): Float32Array | Float64Array | null {
  const { layer, neuron } = ref;
  const { weights, run } = derived.scene();
  const other = run?.layers[fieldLayer(kind, layer)];
  if (!weights || !run || !other || !run.layers[layer]) return null;
  const count = other.times.length;
  switch (kind) {
    case 'pixels':
      return derived.causes(ref)?.parts[0] ?? null;
    case 'incoming':
      return weights[layer - 1]!.subarray(neuron * count, (neuron + 1) * count);
    case 'outgoing': {
      const inputs = run.layers[layer].times.length;
      const w = weights[layer]!;
      return Float32Array.from({ length: count }, (_, j) => w[j * inputs + neuron]!);
    }
  }
}

/** The largest magnitude. */
export function largestOf(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
