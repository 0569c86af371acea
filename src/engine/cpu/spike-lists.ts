/** What the CPU's kernels hand from layer to layer: the spikes that exist, and no place for those that do not. */
import type { Arena } from './arena';

/** The spikes of one layer for every sample of a batch, as lists in time order (equal times by index). */
export interface SpikeLists {
  /** Places a sample has: one a neuron. */
  capacity: number;
  /** [batch, capacity] which neuron spikes. */
  index: Uint16Array;
  /** The same, two at a time; absent where a sample's places are no multiple of four. */
  pairs?: Uint32Array;
  /** [batch, capacity] when. */
  time: Float32Array;
  /** [batch, capacity] multiplicity; absent where every spike counts once. */
  multiplicity?: Float32Array;
  /** [batch] how many spike. */
  count: Uint32Array;
}

/** Empty lists. @param trains whether spikes have multiplicities */
export function spikeLists(
  arena: Arena,
  batch: number,
  neurons: number,
  trains: boolean,
): SpikeLists {
  const lists: SpikeLists = {
    capacity: neurons,
    index: arena.u16(batch * neurons),
    time: arena.f32(batch * neurons),
    count: arena.u32(batch),
  };
  const { buffer, byteOffset, length } = lists.index;
  if (neurons % 4 === 0) lists.pairs = new Uint32Array(buffer, byteOffset, length / 2);
  if (trains) lists.multiplicity = arena.f32(batch * neurons);
  return lists;
}
