// The order in which a hidden layer's neurons spike (model.md, 2): earliest first, equal times by index.
//
//   fires   [samples]                               how many fired, from propagate
//   fired   [samples, room] (neuron, time bits)     which and when, in no order
//   counts  [samples]                               the same number, for the next layer
//   spikes  [samples, room] (neuron, time bits)     in order
//
// A spike's place is the number of spikes before it. One thread counts for 4 spikes, in strides of 4: only neurons
// that fired are compared, and no thread waits for another.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> fires: array<u32>;
@group(1) @binding(2) var<storage, read> fired: array<vec2<u32>>;
@group(1) @binding(3) var<storage, read_write> counts: array<u32>;
@group(1) @binding(4) var<storage, read_write> spikes: array<vec2<u32>>;

override size: u32 = 64;

fn before(neuron: u32, time: f32, neurons: vec4<u32>, times: vec4<f32>) -> vec4<u32> {
  let earlier = (vec4<f32>(time) < times) | ((vec4<f32>(time) == times) & (vec4<u32>(neuron) < neurons));
  return select(vec4<u32>(0), vec4<u32>(1), earlier);
}

@compute @workgroup_size(size)
fn rank(@builtin(global_invocation_id) id: vec3<u32>) {
  let quads = layer.quads * layer.positions;
  let sample = id.x / quads;
  let quad = id.x % quads;
  if (sample >= step.samples) {
    return;
  }
  let count = fires[sample];
  if (quad == 0u) {
    counts[sample] = count;
    // propagate reads the spikes in twos, backpropagate in fours.
    for (var p = count; (p & 3u) != 0u; p++) {
      spikes[sample * quads * 4u + p] = silence;
    }
  }
  let mine = quad * 4u;
  if (mine >= count) {
    return;
  }
  let list = sample * quads * 4u;
  var neurons = vec4<u32>(0);
  var times = vec4<f32>(never);
  for (var k = 0u; k < min(4u, count - mine); k++) {
    let spike = fired[list + mine + k];
    neurons[k] = spike.x;
    times[k] = bitcast<f32>(spike.y);
  }
  var place = vec4<u32>(0);
  for (var p = 0u; p < count; p += 2u) {
    let one = fired[list + p];
    var two = fired[list + p + 1u];
    two.y = select(silence.y, two.y, p + 1u < count);
    place += before(one.x, bitcast<f32>(one.y), neurons, times);
    place += before(two.x, bitcast<f32>(two.y), neurons, times);
  }
  for (var k = 0u; k < min(4u, count - mine); k++) {
    spikes[list + place[k]] = vec2<u32>(neurons[k], bitcast<u32>(times[k]));
  }
}
