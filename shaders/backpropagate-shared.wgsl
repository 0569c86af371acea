// Temporal error backpropagation through the shared weights of a convolution (model.md, 3): the sums of backpropagate, for every neuron of
// the layer before over all patches it lies in and all channels at their positions.
//
//   erring   [batch]                    samples that have an error
//   counts   [batch], spikes [batch, beforeCapacity] (neuron, time bits)   of the layer before, in time order
//   weights  [presynaptic, quads] vec4
//   upper    [places, quads, 3] vec4    trace of the convolution: time, slope, gain
//   lower    [batch, beforeStride] f32  trace of the layer before, 12 floats per 4 neurons; its gains are written
//
// One thread takes up to `each` spikes of a sample, one after the other. A turn of its inner loop takes 4 channels of one patch; it counts its
// way along, since a software adapter divides whole numbers slowly.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<uniform> patches: Patches;
@group(1) @binding(2) var<storage, read> erring: array<u32>;
@group(1) @binding(3) var<storage, read> counts: array<u32>;
@group(1) @binding(4) var<storage, read> spikes: array<vec2<u32>>;
@group(1) @binding(5) var<storage, read> weights: array<vec4<f32>>;
@group(1) @binding(6) var<storage, read> upper: array<vec4<f32>>;
@group(1) @binding(7) var<storage, read_write> lower: array<f32>;

override size: u32 = 64;
override exponential: bool = false;
/// 1 makes most threads; on a software adapter threads without a spike cost as much as others.
override each: u32 = 1;

/// dE/dt of a spike of the layer before.
fn errorOf(sample: u32, spike: vec2<u32>) -> f32 {
  let t = bitcast<f32>(spike.y);
  let reach = reachOf(spike.x);
  let high = max(reach.high, reach.low);
  let first = sample * layer.positions;
  var position = reach.low;
  var quad = 0u;
  var delta = 0.0;
  for (var more = high.x > position.x && high.y > position.y; more; more = position.y < high.y) {
    let at = ((first + position.y * patches.columns + position.x) * layer.quads + quad) * 3u;
    let fires = upper[at];
    var share = select(vec4<f32>(0), upper[at + 2u], vec4<f32>(t) < fires);
    if (exponential) {
      share *= exp(min(t - fires, vec4<f32>(0)));
    }
    delta += dot(share, weights[elementOf(reach, position) * layer.quads + quad]);
    quad++;
    let wide = quad == layer.quads;
    quad = select(quad, 0u, wide);
    position.x += select(0u, 1u, wide);
    let across = position.x == high.x;
    position = select(position, vec2<u32>(reach.low.x, position.y + 1u), across);
  }
  return delta;
}

@compute @workgroup_size(size)
fn backpropagateShared(@builtin(global_invocation_id) id: vec3<u32>) {
  let perSample = (patches.beforeCapacity + each - 1u) / each;
  let sample = id.x / perSample;
  if (sample >= step.samples) {
    return;
  }
  let count = select(0u, counts[sample], erring[sample] == 1u);
  for (var n = id.x % perSample; n < count; n += perSample) {
    let spike = spikes[sample * patches.beforeCapacity + n];
    let delta = errorOf(sample, spike);
    let at = sample * patches.beforeStride + (spike.x >> 2u) * patches.beforeQuadStride + (spike.x & 3u);
    lower[at + 8u] = gainOf(delta, lower[at + 4u]);
  }
}
