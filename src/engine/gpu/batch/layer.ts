/** A layer of weights as its kernels see it. */
import source from '../../../../shaders/parts/layer.wgsl?raw';
import type { Part } from '../device/shader';
import { struct } from '../device/struct';

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
