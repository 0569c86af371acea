// A layer as its kernels see it (src/engine/gpu/batch/layer.ts writes it).

struct Layer {
  presynaptic: u32, postsynaptic: u32, quads: u32, capacity: u32,
  sampleStride: u32, quadStride: u32, allRow: u32, listStride: u32,
  stored: u32, threshold: f32, deadline: f32, hiddenLayers: u32,
  batch: u32, inputArea: u32, positions: u32, shares: u32,
}
