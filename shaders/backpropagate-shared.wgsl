// Temporal error backpropagation through the shared weights of a convolution (model.md, 3): the sums of backpropagate, for every neuron of
// the layer before over all patches it lies in and all channels at their positions.
//
//   erring   [batch]                    samples that have an error
//   counts   [batch], spikes [batch, beforeCapacity] (neuron, time bits)   of the layer before, in time order
//   weights  [presynaptic, quads] vec4
//   upper    [places, quads, 3] vec4    trace of the convolution: time, slope, gain
//   lower    [batch, beforeStride] f32  trace of the layer before, 12 floats per 4 neurons; its gains are written
//
// One thread takes one spike. A turn of its loop takes 4 channels of one patch.

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

@compute @workgroup_size(size)
fn backpropagateShared(@builtin(global_invocation_id) id: vec3<u32>) {
  let sample = id.x / patches.beforeCapacity;
  let mine = id.x % patches.beforeCapacity;
  if (sample >= step.samples) {
    return;
  }
  if (mine >= select(0u, counts[sample], erring[sample] == 1u)) {
    return;
  }
  let spike = spikes[sample * patches.beforeCapacity + mine];
  let t = bitcast<f32>(spike.y);
  let reach = reachOf(spike.x);
  let sides = max(reach.high, reach.low) - reach.low;
  let turns = sides.x * sides.y * layer.quads;
  var delta = 0.0;
  for (var turn = 0u; turn < turns; turn++) {
    let n = turn / layer.quads;
    let quad = turn % layer.quads;
    let position = reach.low + vec2<u32>(n % sides.x, n / sides.x);
    let place = sample * layer.positions + position.y * patches.columns + position.x;
    let at = (place * layer.quads + quad) * 3u;
    let fires = upper[at];
    var share = select(vec4<f32>(0), upper[at + 2u], vec4<f32>(t) < fires);
    if (exponential) {
      share *= exp(min(t - fires, vec4<f32>(0)));
    }
    delta += dot(share, weights[elementOf(reach, position) * layer.quads + quad]);
  }
  let at = sample * patches.beforeStride + (spike.x >> 2u) * patches.beforeQuadStride + (spike.x & 3u);
  lower[at + 8u] = gainOf(delta, lower[at + 4u]);
}
