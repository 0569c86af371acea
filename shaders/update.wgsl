// Weight gradients and the optimiser's step (model.md, 3), in one go: a gradient lives in registers only.
//
//   volley   [samples, sampleStride] f32     presynaptic times and (`packed`) multiplicities by index
//   trace    [samples, quads, 4] vec4        of the layer: time, last causal spike, slope, gain
//   mask     [.., maskStride]                samples to walk, as bits, from sift; row 0 starts at maskFirst
//   weights, first, second, average  [presynaptic, quads] vec4
//   health   [1]                             1 once a weight is no longer a finite number
//
//   dE/dw_ij = 1/N sum over samples of  gain_j m_i (t_i - t_j)              where t_i <= last_j
//                                       gain_j m_i (e^(t_i - t_j) - 1)      (`exponential`)
//   a silent output that is pushed stands at the deadline, and every spike up to it counts.
//   Adam: w -= rate (first / (1 - 0.9^n)) / (sqrt(second / (1 - 0.999^n)) + 1e-8); SGD: first = 0.9 first + g, w -= rate first.
//
// One thread takes the weights of one presynaptic neuron to 4 postsynaptic ones.

struct Step {
  first: u32, samples: u32, row: u32, steps: u32,
  rate: f32, correct1: f32, correct2: f32, decay: f32,
  adam: u32, averaging: u32, heuristic: u32, margin: f32,
  @size(208) temperature: f32,
}

struct Layer {
  presynaptic: u32, postsynaptic: u32, quads: u32, capacity: u32,
  sampleStride: u32, quadStride: u32, maskFirst: u32, maskStride: u32,
  stored: u32, threshold: f32, deadline: f32, hiddenLayers: u32,
  batch: u32, inputArea: u32, unused1: u32, unused2: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> volley: array<f32>;
@group(1) @binding(2) var<storage, read> trace: array<vec4<f32>>;
@group(1) @binding(3) var<storage, read> mask: array<u32>;
@group(1) @binding(4) var<storage, read_write> weights: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read_write> first: array<vec4<f32>>;
@group(1) @binding(6) var<storage, read_write> second: array<vec4<f32>>;
@group(1) @binding(7) var<storage, read_write> average: array<vec4<f32>>;
@group(1) @binding(8) var<storage, read_write> health: array<u32>;

override size: u32 = 64;
override exponential: bool = false;
override packed: bool = false;

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;
const momentum = 0.9;

/// e^x - 1 for x <= 0; near 0 the difference would lose its digits.
fn expm1(x: vec4<f32>) -> vec4<f32> {
  let series = x * (1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * (1.0 / 120.0)))));
  return select(exp(x) - 1.0, series, x > vec4<f32>(-0.1));
}

@compute @workgroup_size(size)
fn update(@builtin(global_invocation_id) id: vec3<u32>) {
  let neuron = id.x / layer.quads;
  let quad = id.x % layer.quads;
  if (neuron >= layer.presynaptic) {
    return;
  }
  let words = (step.samples + 31u) / 32u;
  let mine = (neuron >> 2u) * layer.quadStride + (neuron & 3u) + layer.stored * step.first * layer.sampleStride;
  var g = vec4<f32>(0);
  for (var word = 0u; word < words; word++) {
    var bits = mask[layer.maskFirst + neuron * layer.maskStride + word];
    while (bits != 0u) {
      let sample = word * 32u + firstTrailingBit(bits);
      bits &= bits - 1u;
      let place = mine + sample * layer.sampleStride;
      let t = volley[place];
      let at = (sample * layer.quads + quad) * 4u;
      var gain = trace[at + 3u];
      let time = trace[at];
      let causal = select(trace[at + 1u], vec4<f32>(layer.deadline), time > vec4<f32>(layer.deadline));
      let distance = t - min(time, vec4<f32>(layer.deadline));
      if (packed) {
        gain *= volley[place + 4u];
      }
      if (exponential) {
        g += select(vec4<f32>(0), gain * expm1(min(distance, vec4<f32>(0))), vec4<f32>(t) <= causal);
      } else {
        g += select(vec4<f32>(0), gain * distance, vec4<f32>(t) <= causal);
      }
    }
  }
  g /= f32(step.samples);

  let at = neuron * layer.quads + quad;
  var w = weights[at];
  if (step.adam == 1u) {
    let m = beta1 * first[at] + (1.0 - beta1) * g;
    let v = beta2 * second[at] + (1.0 - beta2) * g * g;
    first[at] = m;
    second[at] = v;
    w -= step.rate * (m / step.correct1) / (sqrt(v / step.correct2) + epsilon);
  } else {
    let m = momentum * first[at] + g;
    first[at] = m;
    w -= step.rate * m;
  }
  weights[at] = w;
  if (step.averaging == 1u) {
    // A new average (decay 0) starts as a copy, whatever the buffer holds.
    average[at] = select(step.decay * average[at] + (1.0 - step.decay) * w, w, step.decay == 0.0);
  }
  // All exponent bits set: infinite or not a number. Comparisons of floats may be optimised away, bits are not.
  let exponent = bitcast<vec4<u32>>(w) & vec4<u32>(0x7f800000u);
  if (any(exponent == vec4<u32>(0x7f800000u))) {
    health[0] = 1u;
  }
}
