/** The synapse pointed at and the one chosen, and where the pointer is: the circuit's own, since no other panel shows synapses. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Point } from '../../view/circuit/geometry';
import type { SynapseRef } from '../../view/circuit/synapse-words';

export interface Pointed {
  hovered: SynapseRef | null;
  chosen: SynapseRef | null;
  /** In the circuit's pixels; null while the pointer is elsewhere. */
  at: Point | null;
}

export function createPointed(): StoreApi<Pointed> {
  return createStore<Pointed>(() => ({ hovered: null, chosen: null, at: null }));
}
