// Weight gradients and the optimiser's step (model.md, 3), in one go: a gradient lives in registers only.
//
//   volley   [samples, sampleStride / 4] vec4   presynaptic times, 4 neurons side by side (every quadStride / 4), and
//                                               behind them (`packed`) their multiplicities
//   trace    [samples, quads, 3] vec4           of the layer: time, slope, gain
//   lists    [.., listStride]                   samples to walk, from sift
//   weights, first, second, average  [presynaptic (to fours), quads] vec4
//   health   [1]                                1 once a weight is no longer a finite number
//
//   dE/dw_ij = 1/N sum over samples of  gain_j m_i (t_i - t_j)              over the causal set
//                                       gain_j m_i (e^(t_i - t_j) - 1)      (`exponential`)
//   At t_j itself a spike counts nothing, so the causal set is what comes before t_j. A silent output that is pushed stands
//   at the deadline.
//   Adam: w -= rate (correct1 first) / (sqrt(correct2 second) + 1e-8), the corrections 1 / (1 - beta^n); SGD: first = 0.9 first + g, w -= rate first.
//
// One thread takes the weights of 4 presynaptic neurons to 4 postsynaptic ones: neighbours spike in the same samples.

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
@group(1) @binding(2) var<storage, read> trace: array<vec4<f32>>;
@group(1) @binding(3) var<storage, read> lists: array<u32>;
@group(1) @binding(4) var<storage, read_write> weights: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read_write> first: array<vec4<f32>>;
@group(1) @binding(6) var<storage, read_write> second: array<vec4<f32>>;
@group(1) @binding(7) var<storage, read_write> average: array<vec4<f32>>;
@group(1) @binding(8) var<storage, read_write> health: array<u32>;

override size: u32 = 64;
override exponential: bool = false;
override packed: bool = false;
/// Keep the running average of the weights.
override averaging: bool = false;
override adam: bool = true;

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;
const momentum = 0.9;

/// e^x - 1 for x <= 0; near 0 the difference would lose its digits.
fn expm1(x: vec4<f32>) -> vec4<f32> {
  let series = x * (1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * (1.0 / 120.0)))));
  return select(exp(x) - 1.0, series, x > vec4<f32>(-0.1));
}

/// What a spike at t did for neurons that fired at `times`, but for their gains; 0 for one that came later.
fn derivative(t: f32, times: vec4<f32>) -> vec4<f32> {
  let distance = min(vec4<f32>(t) - times, vec4<f32>(0));
  if (exponential) {
    return expm1(distance);
  }
  return distance;
}

/// All these bits set: infinite or not a number. Comparisons of floats may be optimised away, those of bits are not.
const exponent = vec4<u32>(0x7f800000u);

/// One step of the optimiser for the 4 weights at `at`; which of them are no finite numbers.
fn learn(at: u32, gradient: vec4<f32>) -> vec4<bool> {
  let g = gradient / f32(step.samples);
  var w = weights[at];
  if (adam) {
    let m = beta1 * first[at] + (1.0 - beta1) * g;
    let v = beta2 * second[at] + (1.0 - beta2) * g * g;
    first[at] = m;
    second[at] = v;
    w -= step.rate * (m * step.correct1) / (sqrt(v * step.correct2) + epsilon);
  } else {
    let m = momentum * first[at] + g;
    first[at] = m;
    w -= step.rate * m;
  }
  weights[at] = w;
  if (averaging) {
    // A new average (decay 0) starts as a copy, whatever the buffer holds.
    average[at] = select(step.decay * average[at] + (1.0 - step.decay) * w, w, step.decay == 0.0);
  }
  return (bitcast<vec4<u32>>(w) & exponent) == exponent;
}

@compute @workgroup_size(size)
fn update(@builtin(global_invocation_id) id: vec3<u32>) {
  let row = id.x / layer.quads;
  let quad = id.x % layer.quads;
  if (row >= (layer.presynaptic + 3u) / 4u) {
    return;
  }
  let stride = layer.sampleStride / 4u;
  let mine = layer.stored * step.first * stride + row * (layer.quadStride / 4u);
  let list = select(layer.allRow, row, layer.stored == 1u) * layer.listStride;
  let count = lists[list];
  var g0 = vec4<f32>(0);
  var g1 = vec4<f32>(0);
  var g2 = vec4<f32>(0);
  var g3 = vec4<f32>(0);
  for (var n = 1u; n <= count; n++) {
    let sample = lists[list + n];
    let at = (sample * layer.quads + quad) * 3u;
    let times = min(trace[at], vec4<f32>(layer.deadline));
    let gain = trace[at + 2u];
    let spikes = mine + sample * stride;
    let t = volley[spikes];
    if (packed) {
      let m = volley[spikes + 1u];
      g0 += m.x * gain * derivative(t.x, times);
      g1 += m.y * gain * derivative(t.y, times);
      g2 += m.z * gain * derivative(t.z, times);
      g3 += m.w * gain * derivative(t.w, times);
    } else {
      g0 += gain * derivative(t.x, times);
      g1 += gain * derivative(t.y, times);
      g2 += gain * derivative(t.z, times);
      g3 += gain * derivative(t.w, times);
    }
  }
  let at = row * 4u * layer.quads + quad;
  var broken = learn(at, g0);
  broken |= learn(at + layer.quads, g1);
  broken |= learn(at + 2u * layer.quads, g2);
  broken |= learn(at + 3u * layer.quads, g3);
  if (any(broken)) {
    health[0] = 1u;
  }
}
