/**
 * Weights on the GPU lie transposed, [presynaptic, postsynaptic], so that one presynaptic spike reads its weights side by
 * side. Everywhere else they are [postsynaptic, presynaptic].
 */
import { quadsOf } from './layout';

/** Both sides are padded to fours; padding is 0: such a neuron never fires and never learns. */
export function toRows(
  weights: Float32Array,
  presynaptic: number,
  postsynaptic: number,
): Float32Array<ArrayBuffer> {
  const width = quadsOf(postsynaptic) * 4;
  const rows = new Float32Array(quadsOf(presynaptic) * 4 * width);
  for (let j = 0; j < postsynaptic; j++) {
    const from = j * presynaptic;
    for (let i = 0; i < presynaptic; i++) rows[i * width + j] = weights[from + i]!;
  }
  return rows;
}

export function fromRows(
  rows: Float32Array,
  presynaptic: number,
  postsynaptic: number,
): Float32Array<ArrayBuffer> {
  const width = quadsOf(postsynaptic) * 4;
  const weights = new Float32Array(presynaptic * postsynaptic);
  for (let j = 0; j < postsynaptic; j++) {
    const to = j * presynaptic;
    for (let i = 0; i < presynaptic; i++) weights[to + i] = rows[i * width + j]!;
  }
  return weights;
}
