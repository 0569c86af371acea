// What an answer costs (formats.md): synaptic operations up to the decision, of one layer, added to each sample's record; the
// first layer counts every spike of the input's trains as well. Only evaluations ask for it.
//
//   counts [samples], spikes [samples, capacity], volley [samples, sampleStride]   of the layer before, as in propagate
//   trace    [samples, quads, 4] vec4   of the layer
//   records  [rows] Record
//
//   sum over neurons j of the presynaptic spikes at or before min(t_j, decision, deadline)
//
// One thread takes one sample.

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

struct Record {
  loss: f32,
  decision: f32,
  answer: u32,
  label: u32,
  spikes: array<u32, 5>,
  trainSpikes: u32,
  operations: u32,
  unused: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> counts: array<u32>;
@group(1) @binding(2) var<storage, read> spikes: array<vec2<u32>>;
@group(1) @binding(3) var<storage, read> volley: array<f32>;
@group(1) @binding(4) var<storage, read> trace: array<f32>;
@group(1) @binding(5) var<storage, read_write> records: array<Record>;

override size: u32 = 64;
override packed: bool = false;

/// How many of the spikes list .. list + count are at or before t.
fn upTo(list: u32, count: u32, t: f32) -> u32 {
  var low = 0u;
  var high = count;
  while (low < high) {
    let middle = (low + high) / 2u;
    if (bitcast<f32>(spikes[list + middle].y) <= t) {
      low = middle + 1u;
    } else {
      high = middle;
    }
  }
  return low;
}

@compute @workgroup_size(size)
fn operations(@builtin(global_invocation_id) id: vec3<u32>) {
  let sample = id.x;
  if (sample >= step.samples) {
    return;
  }
  let slot = sample + layer.stored * step.first;
  let list = slot * layer.capacity;
  let count = counts[slot];
  let row = step.row + sample;
  let end = min(records[row].decision, layer.deadline);
  let all = upTo(list, count, end);
  var sum = 0u;
  for (var j = 0u; j < layer.postsynaptic; j++) {
    let t = trace[sample * layer.quads * 16u + (j >> 2u) * 16u + (j & 3u)];
    if (t < end) {
      sum += upTo(list, count, t);
    } else {
      sum += all;
    }
  }
  if (layer.stored == 0u) {
    records[row].operations += sum;
    return;
  }
  records[row].operations = sum;
  if (!packed) {
    records[row].trainSpikes = count;
    return;
  }
  // m = 2 n / k^2.
  var trains = 0.0;
  for (var p = 0u; p < count; p++) {
    let neuron = spikes[list + p].x;
    trains += volley[slot * layer.sampleStride + (neuron >> 2u) * layer.quadStride + (neuron & 3u) + 4u];
  }
  records[row].trainSpikes = u32(round(trains * f32(layer.inputArea) / 2.0));
}
