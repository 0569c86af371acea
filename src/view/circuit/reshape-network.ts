/** A neuron or a layer more or less, from the circuit: a new network in place of the one at work, which undo brings back. */
import type { Network } from '../../engine/engine';
import { addLayer, addNeuron, removeLayer, removeNeuron, type Shaped } from '../../model/reshape';
import type { View } from '../view';

/** What such a network is called. */
export const RESHAPED = 'reshaped';

export type Reshaping =
  | { kind: 'add neuron' | 'add layer' | 'remove layer'; layer: number }
  | { kind: 'remove neuron'; layer: number; neuron: number };

function reshaped({ spec, weights }: Network, change: Reshaping, seed: number): Shaped {
  switch (change.kind) {
    case 'add neuron':
      return addNeuron(spec, weights, change.layer, seed);
    case 'remove neuron':
      return removeNeuron(spec, weights, change.layer, change.neuron);
    case 'add layer':
      return addLayer(spec, weights, change.layer);
    case 'remove layer':
      return removeLayer(spec, weights, change.layer);
  }
}

/** What-ifs go, as with any other network, and so does a selection where neurons are numbered anew. */
export async function reshape({ session }: View, change: Reshaping): Promise<void> {
  await session.training.pause();
  const { spec, weights } = session.network.store.getState();
  if (!weights) return;
  const { seed } = session.training.store.getState().settings;
  const next = reshaped({ spec, weights }, change, seed);
  const placed = await session.network.place(next, { kind: 'file', name: RESHAPED });
  // Neurons behind the change have other numbers now.
  if (placed && change.kind !== 'add neuron') session.playback.select(null);
}
