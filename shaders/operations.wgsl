// What an answer costs (formats.md): synaptic operations up to the decision, of one layer, added to each sample's record; the
// first layer counts every spike of the input's trains as well. Only evaluations ask for it.
//
//   counts [places], spikes [places, capacity], volley [places, sampleStride]   of the layer before, as in propagate
//   trace    [places, quads, 3] vec4    of the layer
//   records  [rows] Record               operations are 0 before
//
//   sum over neurons j of the presynaptic spikes at or before min(t_j, decision, deadline)
//
// One thread takes 4 neurons of one place. The input's trains are counted where the first layer takes the input as it is; a layer of no
// neurons counts them for a convolution.

struct Record {
  loss: f32,
  decision: f32,
  second: f32,
  answer: u32,
  label: u32,
  spikes: array<u32, 6>,
  trainSpikes: u32,
  operations: atomic<u32>,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> counts: array<u32>;
@group(1) @binding(2) var<storage, read> spikes: array<vec2<u32>>;
@group(1) @binding(3) var<storage, read> volley: array<f32>;
@group(1) @binding(4) var<storage, read> trace: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read_write> records: array<Record>;

override size: u32 = 64;
override packed: bool = false;

/// How many of the spikes list .. list + count are at or before each of 4 times: bisections side by side.
fn upTo(list: u32, count: u32, times: vec4<f32>) -> vec4<u32> {
  var low = vec4<u32>(0);
  var high = vec4<u32>(count);
  for (var width = count; width > 0u; width /= 2u) {
    let middle = (low + high) / 2u;
    let seen = vec4<f32>(at(list + middle.x), at(list + middle.y), at(list + middle.z), at(list + middle.w));
    let open = low < high;
    let before = seen <= times;
    high = select(high, middle, open & !before);
    low = select(low, middle + 1u, open & before);
  }
  return low;
}

fn at(spike: u32) -> f32 {
  return bitcast<f32>(spikes[spike].y);
}

@compute @workgroup_size(size)
fn operations(@builtin(global_invocation_id) id: vec3<u32>) {
  let spot = id.x / layer.quads;
  let quad = id.x % layer.quads;
  if (spot >= step.samples * layer.positions) {
    return;
  }
  let slot = spot + layer.stored * step.first;
  let list = slot * layer.capacity;
  let count = counts[slot];
  let row = step.row + spot / layer.positions;
  let end = min(records[row].decision, layer.deadline);
  let reached = upTo(list, count, min(trace[(spot * layer.quads + quad) * 3u], vec4<f32>(end)));
  let real = vec4<u32>(quad * 4u) + vec4<u32>(0, 1, 2, 3) < vec4<u32>(layer.postsynaptic);
  let sum = select(vec4<u32>(0), reached, real);
  atomicAdd(&records[row].operations, sum.x + sum.y + sum.z + sum.w);

  if (layer.stored == 0u || quad > 0u) {
    return;
  }
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
