// Which samples move which weights: for every 4 presynaptic neurons, the samples of the batch that have an error and in which one
// of them spikes. With the heuristic loss most samples have no error, and most pixels are silent: what is left is short.
//
//   volley  [samples, sampleStride / 4] vec4   presynaptic times (every quadStride / 4), of the first layer
//   erring  [batch]                            1 where a sample has an error
//   lists   [quads + 1, listStride]            how many, then which; the last row has every sample with an error
//
// One thread makes one list.

struct Step {
  first: u32, samples: u32, row: u32, steps: u32,
  rate: f32, correct1: f32, correct2: f32, decay: f32,
  adam: u32, averaging: u32, heuristic: u32, margin: f32,
  @size(208) temperature: f32,
}

struct Layer {
  presynaptic: u32, postsynaptic: u32, quads: u32, capacity: u32,
  sampleStride: u32, quadStride: u32, allRow: u32, listStride: u32,
  stored: u32, threshold: f32, deadline: f32, hiddenLayers: u32,
  batch: u32, inputArea: u32, unused1: u32, unused2: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> volley: array<vec4<f32>>;
@group(1) @binding(2) var<storage, read> erring: array<u32>;
@group(1) @binding(3) var<storage, read_write> lists: array<u32>;

override size: u32 = 64;

const never = 1e30;

@compute @workgroup_size(size)
fn sift(@builtin(global_invocation_id) id: vec3<u32>) {
  let row = id.x;
  if (row > layer.allRow) {
    return;
  }
  let stride = layer.sampleStride / 4u;
  let start = step.first * stride + row * (layer.quadStride / 4u);
  let list = row * layer.listStride;
  var count = 0u;
  for (var s = 0u; s < step.samples; s++) {
    let spikes = row == layer.allRow || any(volley[start + s * stride] < vec4<f32>(never));
    if (spikes && erring[s] == 1u) {
      count++;
      lists[list + count] = s;
    }
  }
  lists[list] = count;
}
