// Temporal error backpropagation (model.md, 3): from a layer's gains to those of the hidden layer before it.
//
//   erring   [batch]                    samples that have an error
//   counts   [batch], spikes [batch, capacity] (neuron, time bits)   of the layer before, in time order
//   weights  [presynaptic, quads] vec4
//   upper    [samples, quads, 3] vec4   trace of the layer: time, slope, gain
//   lower    [samples, sampleStride] f32   trace of the layer before, 12 floats per 4 neurons; its gains are written
//
//   dE/dt_i = sum_j dE/dt_j w_ij / A_j                    over the neurons j that i helped to fire: t_i < t_j
//   dE/dt_i = sum_j dE/dt_j w_ij e^(t_i - t_j) / D_j      (`exponential`)
//   gain_i  = dE/dt_i / max(A_i, 0.05)                    (gainOf)
//
// One thread takes 4 spikes of a sample.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> erring: array<u32>;
@group(1) @binding(2) var<storage, read> counts: array<u32>;
@group(1) @binding(3) var<storage, read> spikes: array<vec4<u32>>;
@group(1) @binding(4) var<storage, read> weights: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read> upper: array<vec4<f32>>;
@group(1) @binding(6) var<storage, read_write> lower: array<f32>;

override size: u32 = 64;
override exponential: bool = false;

/// dE/dt that a spike at t gets from 4 neurons that have `gain` and fired at `fires`; its weights to them are at `at`.
fn errorFrom(t: f32, gain: vec4<f32>, fires: vec4<f32>, at: u32) -> f32 {
  var share = select(vec4<f32>(0), gain, vec4<f32>(t) < fires);
  if (exponential) {
    share *= exp(min(t - fires, vec4<f32>(0)));
  }
  return dot(share, weights[at]);
}

fn put(sample: u32, neuron: u32, delta: f32) {
  let at = sample * layer.sampleStride + (neuron >> 2u) * layer.quadStride + (neuron & 3u);
  lower[at + 8u] = gainOf(delta, lower[at + 4u]);
}

@compute @workgroup_size(size)
fn backpropagate(@builtin(global_invocation_id) id: vec3<u32>) {
  let perSample = (layer.presynaptic + 3u) / 4u;
  let sample = id.x / perSample;
  let mine = (id.x % perSample) * 4u;
  if (sample >= step.samples) {
    return;
  }
  let spiking = select(0u, counts[sample], erring[sample] == 1u);
  if (mine >= spiking) {
    return;
  }
  // Behind the last spike the list is filled with silence up to a multiple of 4: its sums are not written.
  let at = (sample * layer.capacity + mine) / 2u;
  let early = spikes[at];
  let late = spikes[at + 1u];
  let times = bitcast<vec4<f32>>(vec4<u32>(early.yw, late.yw));
  let neurons = vec4<u32>(early.xz, late.xz);
  let rows = neurons * layer.quads;
  var delta = vec4<f32>(0);
  for (var quad = 0u; quad < layer.quads; quad++) {
    let plane = (sample * layer.quads + quad) * 3u;
    let fires = upper[plane];
    // A silent output has a gain where the loss pushes it, but no spike made it fire: nothing goes back through it.
    let gain = select(vec4<f32>(0), upper[plane + 2u], fires < vec4<f32>(never));
    delta += vec4<f32>(
      errorFrom(times.x, gain, fires, rows.x + quad),
      errorFrom(times.y, gain, fires, rows.y + quad),
      errorFrom(times.z, gain, fires, rows.z + quad),
      errorFrom(times.w, gain, fires, rows.w + quad),
    );
  }
  put(sample, neurons.x, delta.x);
  if (mine + 1u < spiking) {
    put(sample, neurons.y, delta.y);
  }
  if (mine + 2u < spiking) {
    put(sample, neurons.z, delta.z);
  }
  if (mine + 3u < spiking) {
    put(sample, neurons.w, delta.w);
  }
}
