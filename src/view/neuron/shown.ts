/** Which neuron the panel explains. */
import { layerCount, type NetworkSpec } from '../../model/network';
import type { Readout } from '../../model/readout';
import type { NeuronRef } from '../../session/stimulus/playback';

export interface Shown {
  ref: NeuronRef;
  /** Nobody chose it: why it is shown. */
  auto: 'decides' | 'comes nearest' | null;
}

/** The selected neuron; else the output that answers, or the one that would be guessed. null where nothing happens. */
export function shownNeuron(
  spec: NetworkSpec,
  selected: NeuronRef | null,
  answer: Readout | null,
): Shown | null {
  if (selected) return { ref: selected, auto: null };
  const neuron = answer?.class ?? answer?.guess ?? null;
  if (neuron === null) return null;
  const auto = answer?.class == null ? 'comes nearest' : 'decides';
  return { ref: { layer: layerCount(spec), neuron }, auto };
}
