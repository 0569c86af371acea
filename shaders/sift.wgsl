// Which samples move which weights: for every presynaptic neuron, the samples of the batch that have an error and in which it
// spikes, as bits. With the heuristic loss most samples have no error, and most pixels are silent: what is left is short.
//
//   volley  [samples, sampleStride] f32     presynaptic times by index
//   erring  [batch]
//   mask    [presynaptic + 1, maskStride]   32 samples a word; the last row has every sample with an error
//
// One thread makes one word.

struct Step {
  first: u32, samples: u32, row: u32, steps: u32,
  rate: f32, correct1: f32, correct2: f32, decay: f32,
  adam: u32, averaging: u32, heuristic: u32, margin: f32,
  @size(208) temperature: f32,
}

struct Layer {
  presynaptic: u32, postsynaptic: u32, quads: u32, capacity: u32,
  sampleStride: u32, quadStride: u32, maskFirst: u32, maskStride: u32,
  stored: u32, threshold: f32, deadline: f32, hiddenLayers: u32,
  batch: u32, inputArea: u32, unused1: u32, unused2: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> volley: array<f32>;
@group(1) @binding(2) var<storage, read> erring: array<u32>;
@group(1) @binding(3) var<storage, read_write> mask: array<u32>;

override size: u32 = 64;

const never = 1e30;

@compute @workgroup_size(size)
fn sift(@builtin(global_invocation_id) id: vec3<u32>) {
  let words = (step.samples + 31u) / 32u;
  let word = id.x / (layer.presynaptic + 1u);
  let neuron = id.x % (layer.presynaptic + 1u);
  if (word >= words) {
    return;
  }
  let everything = neuron == layer.presynaptic;
  let at = layer.stored * step.first * layer.sampleStride + (neuron >> 2u) * layer.quadStride + (neuron & 3u);
  var bits = 0u;
  for (var s = word * 32u; s < min(word * 32u + 32u, step.samples); s++) {
    if (erring[s] == 1u && (everything || volley[at + s * layer.sampleStride] < never)) {
      bits |= 1u << (s & 31u);
    }
  }
  mask[neuron * layer.maskStride + word] = bits;
}
