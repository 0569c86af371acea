/** A layer of weights as its kernels see it. */
import source from '../../../../shaders/parts/layer.wgsl?raw';
import { layerDeadline, type NetworkSpec } from '../../../model/network';
import { inputQuad, quadsOf, TRACE_QUAD } from '../device/layout';
import { float32AtMost } from '../../shared/float32-at-most';
import type { LayerBuffers } from '../device/network-buffers';
import type { Part } from '../device/shader';
import { struct, structBytes } from '../device/struct';
import { patchQuad, type PatchBuffers } from './patch-buffers';

/** One layer of weights: sizes, strides and the response's numbers. */
export const LAYER = struct({
  presynaptic: 'u32',
  postsynaptic: 'u32',
  quads: 'u32',
  capacity: 'u32',
  sampleStride: 'u32',
  quadStride: 'u32',
  allRow: 'u32',
  listStride: 'u32',
  stored: 'u32',
  threshold: 'f32',
  deadline: 'f32',
  hiddenLayers: 'u32',
  batch: 'u32',
  inputArea: 'u32',
  positions: 'u32',
  shares: 'u32',
});

export const layerPart: Part = { source, structs: { Layer: LAYER } };

interface Surroundings {
  /** Samples from one hidden layer's counts to the next one's. */
  batch: number;
  listStride: number;
  inputQuads: number;
  patch: PatchBuffers | undefined;
}

/** @param l 0-based */
export function layerBytes(
  spec: NetworkSpec,
  layers: LayerBuffers[],
  l: number,
  { batch, listStride, inputQuads, patch }: Surroundings,
): ArrayBuffer {
  const { presynaptic, postsynaptic, quads, positions } = layers[l]!;
  const first = l === 0;
  const presynapticQuads = quadsOf(presynaptic);
  let quadStride: number = first ? inputQuad(spec) : TRACE_QUAD;
  if (patch) quadStride = patchQuad(spec, l);
  return structBytes(LAYER, {
    presynaptic,
    postsynaptic,
    quads,
    capacity: presynapticQuads * 4,
    sampleStride: presynapticQuads * quadStride,
    quadStride,
    // Hidden neurons share the last list: all samples with an error.
    allRow: inputQuads,
    listStride,
    stored: Number(first && !patch),
    threshold: spec.threshold,
    deadline: float32AtMost(layerDeadline(spec, l + 1)),
    hiddenLayers: layers.length - 1,
    batch,
    inputArea: spec.coding.kernel ** 2,
    positions,
    shares: patch?.shares ?? 1,
  });
}
