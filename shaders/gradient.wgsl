// Weight gradients of a convolution (model.md, 3), summed over a share of the positions in every sample that has an error: places share
// weights, so their gradients add up. update sums the shares and makes the optimiser's step.
//
//   volley  [places, sampleStride / 4] vec4        presynaptic times of 4 elements of the patch (every quadStride / 4), and behind them
//                                                  (`packed`) their multiplicities
//   trace   [places, quads, 3] vec4                of the layer: time, slope, gain
//   lists   [.., listStride]                       samples with an error are in the last row, from compact
//   sums    [shares, presynaptic (to fours), quads] vec4   gradients, times twice the samples
//
//   dE/dw_ej = 1/N sum over samples and positions of  gain_j m_e (t_e - t_j)   over the causal set, or as in update (`exponential`)
//
// One thread takes the weights of 4 elements to 4 channels, at every `shares`th position.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> volley: array<vec4<f32>>;
@group(1) @binding(2) var<storage, read> trace: array<vec4<f32>>;
@group(1) @binding(3) var<storage, read> lists: array<u32>;
@group(1) @binding(4) var<storage, read_write> sums: array<vec4<f32>>;

override size: u32 = 64;
override exponential: bool = false;
override packed: bool = false;

@compute @workgroup_size(size)
fn gradient(@builtin(global_invocation_id) id: vec3<u32>) {
  let rows = (layer.presynaptic + 3u) / 4u;
  let quad = id.x % layer.quads;
  let row = (id.x / layer.quads) % rows;
  let share = id.x / (layer.quads * rows);
  if (share >= layer.shares) {
    return;
  }
  let list = layer.allRow * layer.listStride;
  let perSample = (layer.positions + layer.shares - 1u - share) / layer.shares;
  let turns = lists[list] * perSample;
  var g0 = vec4<f32>(0);
  var g1 = vec4<f32>(0);
  var g2 = vec4<f32>(0);
  var g3 = vec4<f32>(0);
  for (var turn = 0u; turn < turns; turn++) {
    let sample = lists[list + 1u + turn / perSample];
    let place = sample * layer.positions + share + (turn % perSample) * layer.shares;
    let spikes = (place * layer.sampleStride + row * layer.quadStride) / 4u;
    let t = volley[spikes];
    let at = (place * layer.quads + quad) * 3u;
    let times = trace[at];
    let gain = trace[at + 2u];
    var m = vec4<f32>(1);
    if (packed) {
      m = volley[spikes + 1u];
    }
    g0 += m.x * gain * twice(t.x, times);
    g1 += m.y * gain * twice(t.y, times);
    g2 += m.z * gain * twice(t.z, times);
    g3 += m.w * gain * twice(t.w, times);
  }
  let to = (share * rows + row) * 4u * layer.quads + quad;
  sums[to] = g0;
  sums[to + layer.quads] = g1;
  sums[to + 2u * layer.quads] = g2;
  sums[to + 3u * layer.quads] = g3;
}
