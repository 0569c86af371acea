/** Where a convolution's neuron looks: the frame of its patch, on the layer before or all the way back on the input. */
import { layerGrids, type NetworkSpec } from '../../model/network';
import type { NeuronRef } from '../../session/stimulus/playback';
import { mapPlace } from '../words/names';

export interface FieldFrame {
  x: number;
  y: number;
  columns: number;
  rows: number;
}

/** On the grid of layer `on`, an earlier one; null for a neuron of a layer that sees everything. */
export function fieldFrame(spec: NetworkSpec, ref: NeuronRef, on: number): FieldFrame | null {
  const place = mapPlace(spec, ref);
  if (!place || on >= ref.layer) return null;
  let { x, y } = place;
  let side = 1;
  for (let layer = ref.layer; layer > on; layer--) {
    const { kernel, stride } = spec.convolutions![layer - 1]!;
    x *= stride;
    y *= stride;
    side = (side - 1) * stride + kernel;
  }
  // Patches lie inside the grid before them, so the frame does too.
  const { columns, rows } = layerGrids(spec)[on]!;
  return { x, y, columns: Math.min(side, columns - x), rows: Math.min(side, rows - y) };
}
