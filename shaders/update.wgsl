// Weight gradients and the optimiser's step (model.md, 3), in one go: a gradient lives in registers only.
//
//   volley   [samples, sampleStride / 4] vec4   presynaptic times, 4 neurons side by side (every quadStride / 4), and
//                                               behind them (`packed`) their multiplicities; or, of a convolution, the sums that
//                                               gradient has made (`summed`): [shares, presynaptic (to fours), quads]
//   trace    [samples, quads, 3] vec4           of the layer: time, slope, gain
//   lists    [.., listStride]                   samples to walk, from compact
//   weights, first, second, average  [presynaptic (to fours), quads] vec4
//   health   [1]                                1 once a weight is no longer a finite number
//
//   dE/dw_ij = 1/N sum over samples of  gain_j m_i (t_i - t_j)              over the causal set
//                                       gain_j m_i (e^(t_i - t_j) - 1)      (`exponential`)
//   At t_j itself a spike counts nothing, so the causal set is what comes before t_j. A silent output that is pushed stands
//   at the deadline.
//   Adam: w -= rate (correct1 first) / (sqrt(correct2 second) + 1e-8), the corrections 1 / (1 - beta^n); SGD: first = 0.9 first + g, w -= rate first.
//
// One thread takes the weights of 4 presynaptic neurons to `fours` times 4 postsynaptic ones: neighbours spike in the same samples.

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
/// The output layer: silent neurons may be pushed, as if they had fired at the deadline.
override pushes: bool = false;
/// Of a convolution: gradients come as sums, a share of the positions each.
override summed: bool = false;
/// Lists name many samples in which none of the thread's presynaptic neurons spikes, as behind a convolution: it passes these.
override seeks: bool = false;
/// 1 or 2: more share the reading of the lists and of the times, fewer make more threads.
override fours: u32 = 1;

const beta1 = 0.9;
const beta2 = 0.999;
const epsilon = 1e-8;
const momentum = 0.9;

/// Adds a sample's gradients: presynaptic times and multiplicities, and where in the trace the 4 postsynaptic neurons are.
fn addSample(before: Block, t: vec4<f32>, m: vec4<f32>, at: u32) -> Block {
  var times = trace[at];
  if (pushes) {
    times = min(times, vec4<f32>(layer.deadline));
  }
  return add(before, t, m, times, trace[at + 2u]);
}

/// Adds the gradients of one share of a convolution's positions.
fn join(before: Block, at: u32) -> Block {
  var sum = before;
  sum.g0 += volley[at];
  sum.g1 += volley[at + layer.quads];
  sum.g2 += volley[at + 2u * layer.quads];
  sum.g3 += volley[at + 3u * layer.quads];
  return sum;
}

/// One step of the optimiser for the 4 weights at `at`, which it returns.
fn learn(at: u32, sum: vec4<f32>) -> vec4<f32> {
  let g = sum * (0.5 / f32(step.samples));
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
  return w;
}

fn learnAll(at: u32, sum: Block) -> vec4<f32> {
  return learn(at, sum.g0)
    + learn(at + layer.quads, sum.g1)
    + learn(at + 2u * layer.quads, sum.g2)
    + learn(at + 3u * layer.quads, sum.g3);
}

/// A float with all these bits set is infinite or not a number, and so is a sum with such a float in it. Compilers may assume that floats
/// are finite and drop a comparison; of bits they assume nothing.
const exponent = 0x7f800000u;

@compute @workgroup_size(size)
fn update(@builtin(global_invocation_id) id: vec3<u32>) {
  let perRow = (layer.quads + fours - 1u) / fours;
  let row = id.x / perRow;
  let quad = (id.x % perRow) * fours;
  if (row >= (layer.presynaptic + 3u) / 4u) {
    return;
  }
  let stride = layer.sampleStride / 4u;
  let mine = layer.stored * step.first * stride + row * (layer.quadStride / 4u);
  let list = select(layer.allRow, row, layer.stored == 1u) * layer.listStride;
  let count = select(lists[list], 0u, summed);
  var left = Block();
  var right = Block();
  for (var n = 1u; n <= count; n++) {
    var sample = lists[list + n];
    var t = volley[mine + sample * stride];
    if (seeks) {
      for (var silent = !spikes(t); silent && n < count; silent = !spikes(t)) {
        n++;
        sample = lists[list + n];
        t = volley[mine + sample * stride];
      }
    }
    var m = vec4<f32>(1);
    if (packed) {
      m = volley[mine + sample * stride + 1u];
    }
    let at = (sample * layer.quads + quad) * 3u;
    left = addSample(left, t, m, at);
    if (fours > 1u) {
      right = addSample(right, t, m, at + 3u);
    }
  }
  let at = row * 4u * layer.quads + quad;
  if (summed) {
    let perShare = ((layer.presynaptic + 3u) / 4u) * 4u * layer.quads;
    for (var share = 0u; share < layer.shares; share++) {
      left = join(left, at + share * perShare);
      if (fours > 1u) {
        right = join(right, at + share * perShare + 1u);
      }
    }
  }
  var sum = learnAll(at, left);
  if (fours > 1u && quad + 1u < layer.quads) {
    sum += learnAll(at + 1u, right);
  }
  if ((bitcast<u32>(sum.x + sum.y + sum.z + sum.w) & exponent) == exponent) {
    health[0] = 1u;
  }
}
