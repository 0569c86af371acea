/**
 * Weights on the GPU lie transposed, [presynaptic, postsynaptic], so that one presynaptic spike reads its weights side by
 * side. Everywhere else they are [postsynaptic, presynaptic].
 */
import { quadsOf } from './layout';

/** Presynaptic neurons with the padding of each group of `group`: the channels of a convolution at one position. */
export function paddedCount(presynaptic: number, group: number): number {
  return (presynaptic / group) * quadsOf(group) * 4;
}

/** Where presynaptic neuron i is, then. */
export function paddedIndex(i: number, group: number): number {
  return i + Math.floor(i / group) * (quadsOf(group) * 4 - group);
}

/**
 * Both sides are padded to fours; padding is 0: such a neuron never fires and never learns.
 * @param group presynaptic neurons that are padded together
 */
export function toRows(
  weights: Float32Array,
  presynaptic: number,
  postsynaptic: number,
  group = presynaptic,
): Float32Array<ArrayBuffer> {
  const width = quadsOf(postsynaptic) * 4;
  const rows = new Float32Array(paddedCount(presynaptic, group) * width);
  for (let j = 0; j < postsynaptic; j++) {
    const from = j * presynaptic;
    for (let i = 0; i < presynaptic; i++)
      rows[paddedIndex(i, group) * width + j] = weights[from + i]!;
  }
  return rows;
}

export function fromRows(
  rows: Float32Array,
  presynaptic: number,
  postsynaptic: number,
  group = presynaptic,
): Float32Array<ArrayBuffer> {
  const width = quadsOf(postsynaptic) * 4;
  const weights = new Float32Array(presynaptic * postsynaptic);
  for (let j = 0; j < postsynaptic; j++) {
    const to = j * presynaptic;
    for (let i = 0; i < presynaptic; i++)
      weights[to + i] = rows[paddedIndex(i, group) * width + j]!;
  }
  return weights;
}
