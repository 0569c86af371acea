/** How the spikes of a sample reach the patches of a convolution, each as a list of its own in time order. */
import { patchNeuron, patchNeurons, type LayerPlan } from '../../model/layers';
import type { Arena } from './arena';
import type { SpikeLists } from './spike-lists';

export interface PatchMemory {
  /** [places] lists: what each patch of each sample receives; `index` is the element of the patch. */
  lists: SpikeLists;
  /** [before + 1] where the entries of each neuron of the layer before start in `reach`. */
  reachFrom: Uint32Array;
  /** [positions * inputs] the patches a neuron lies in, positions ascending: position * 65,536 + element. */
  reach: Uint32Array;
  /** Element e of the patch at p is neuron corner[p] + offset[e] of the layer before. */
  corner: Uint32Array;
  offset: Uint32Array;
}

/** @param lists [batch * positions] empty ones for the patches */
export function createPatchMemory(arena: Arena, plan: LayerPlan, lists: SpikeLists): PatchMemory {
  const { inputs, positions, before } = plan;
  const memory: PatchMemory = {
    lists,
    reachFrom: arena.u32(before + 1),
    reach: arena.u32(positions * inputs),
    corner: arena.u32(positions),
    offset: arena.u32(inputs),
  };
  // Where an arena only measures, the arrays are empty and what is written to them is lost.
  memory.corner.forEach((_, p, corner) => (corner[p] = patchNeuron(plan, p, 0)));
  const [origin] = memory.corner;
  memory.offset.forEach((_, e, offset) => (offset[e] = patchNeuron(plan, 0, e) - origin!));
  if (memory.reach.length > 0) fillReach(plan, memory);
  return memory;
}

function fillReach(plan: LayerPlan, { reachFrom, reach }: PatchMemory): void {
  const { positions, before } = plan;
  const patches = Array.from({ length: positions }, (_, p) => patchNeurons(plan, p));
  for (const patch of patches) for (const i of patch) reachFrom[i + 1]!++;
  for (let i = 0; i < before; i++) reachFrom[i + 1]! += reachFrom[i]!;
  const next = reachFrom.slice();
  patches.forEach((patch, p) =>
    patch.forEach((i, element) => (reach[next[i]!++] = p * 65536 + element)),
  );
}

/** Deals a sample's spikes out to its patches. Walking them in time order keeps every list in time order. */
export function expandSample(
  { patches, positions }: { patches?: PatchMemory; positions: number },
  spikes: SpikeLists,
  sample: number,
): void {
  const { lists, reachFrom, reach } = patches!;
  const first = sample * positions;
  lists.count.fill(0, first, first + positions);
  const start = sample * spikes.capacity;
  for (let p = start; p < start + spikes.count[sample]!; p++) {
    const i = spikes.index[p]!;
    for (let r = reachFrom[i]!; r < reachFrom[i + 1]!; r++) {
      const place = first + (reach[r]! >>> 16);
      const at = place * lists.capacity + lists.count[place]!++;
      lists.index[at] = reach[r]! & 0xffff;
      lists.time[at] = spikes.time[p]!;
      if (lists.multiplicity) lists.multiplicity[at] = spikes.multiplicity![p]!;
    }
  }
}
