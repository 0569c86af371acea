// Membrane potential of the output neurons at the deadline, had they not fired (model.md, 2): what the page shows beside a spike.
// Training and evaluation need it of silent neurons only, and these propagate has written into the trace.
//
//   counts, spikes, volley, weights   as in propagate
//   trace       [samples, quads, 3] vec4   of the output layer
//   potentials  [samples, quads] vec4
//
//   V_j = sum w_ij m_i (T - t_i), or sum w_ij m_i (1 - e^(t_i - T))    (`exponential`)
//
// One thread takes 4 neurons of one sample.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> counts: array<u32>;
@group(1) @binding(2) var<storage, read> spikes: array<vec2<u32>>;
@group(1) @binding(3) var<storage, read> volley: array<f32>;
@group(1) @binding(4) var<storage, read> weights: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read> trace: array<vec4<f32>>;
@group(1) @binding(6) var<storage, read_write> potentials: array<vec4<f32>>;

override size: u32 = 64;
override exponential: bool = false;
override packed: bool = false;

@compute @workgroup_size(size)
fn potential(@builtin(global_invocation_id) id: vec3<u32>) {
  let sample = id.x / layer.quads;
  let quad = id.x % layer.quads;
  if (sample >= step.samples) {
    return;
  }
  let slot = sample + layer.stored * step.first;
  var v = vec4<f32>(0);
  for (var p = 0u; p < counts[slot]; p++) {
    let spike = spikes[slot * layer.capacity + p];
    let elapsed = layer.deadline - bitcast<f32>(spike.y);
    if (elapsed < 0.0) {
      break;
    }
    var strength = weights[spike.x * layer.quads + quad];
    if (packed) {
      strength *= volley[slot * layer.sampleStride + (spike.x >> 2u) * layer.quadStride + (spike.x & 3u) + 4u];
    }
    v += strength * select(elapsed, 1.0 - exp(-elapsed), exponential);
  }
  let at = (sample * layer.quads + quad) * 3u;
  let silent = trace[at] == vec4<f32>(never);
  potentials[sample * layer.quads + quad] = select(v, trace[at + 1u], silent);
}
