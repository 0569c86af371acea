// Spike times of one layer from those of the layer before (model.md, 2), for every sample of a batch.
//
//   counts   [samples]                    presynaptic neurons that spike
//   spikes   [samples, capacity] (neuron, time bits)   in time order, read in fours; silence fills the last four
//   volley   [samples, sampleStride] f32  presynaptic times and multiplicities by index; only read when `packed`
//   weights  [presynaptic, quads] vec4    transposed: a presynaptic neuron's weights lie side by side
//   trace    [samples, quads, 4] vec4     per 4 neurons: spike time; time of the last spike of the causal set (-1: none);
//                                         slope A (exponential: D) at the spike, or a silent neuron's potential at the
//                                         deadline; 0 (the gain, which backpropagation fills in)
//   fired    [samples, 4 quads] (neuron, time bits)    neurons that fired, in no order, for rank (`apart`)
//   fires    [samples]                    how many, 0 before
//
// One thread takes 4 neurons of one sample and walks the presynaptic spikes in time order:
//   A = sum w m,          B = theta + sum w m t,     a neuron fires at B / A;
//   D = sum w m - theta,  S = sum w m e^t,           a neuron fires at ln(S / D)       (`exponential`)
// where that is not after the next spike, which is asked without a division: A > 0 and B <= A t_next. Between simultaneous
// spikes the question has the answer it had before the first: at its own time a spike adds nothing to the potential.
// S is kept relative to e^base, so that late times do not overflow.

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
@group(1) @binding(1) var<storage, read> counts: array<u32>;
@group(1) @binding(2) var<storage, read> spikes: array<vec4<u32>>;
@group(1) @binding(3) var<storage, read> volley: array<f32>;
@group(1) @binding(4) var<storage, read> weights: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read_write> trace: array<vec4<f32>>;
@group(1) @binding(6) var<storage, read_write> fired: array<vec2<u32>>;
@group(1) @binding(7) var<storage, read_write> fires: array<atomic<u32>>;

override size: u32 = 64;
override exponential: bool = false;
/// Presynaptic spikes have multiplicities other than 1.
override packed: bool = false;
/// Neurons that fired are handed to rank.
override apart: bool = true;

const never = 1e30;
/// How far (in time) S may run from its base before it is rebased, and where e^t is cut off to stay finite.
const reach = 16.0;
const farthest = 80.0;

fn crossing(a: vec4<f32>, b: vec4<f32>, base: f32) -> vec4<f32> {
  if (exponential) {
    return base + log(max(b / a, vec4<f32>(1e-30)));
  }
  return b / a;
}

/// Whether the potential reaches the threshold by the time of which z tells.
fn reaches(a: vec4<f32>, b: vec4<f32>, z: f32) -> vec4<bool> {
  if (exponential) {
    return (a > vec4<f32>(0)) & (b >= vec4<f32>(0)) & (b <= a * z);
  }
  return (a > vec4<f32>(0)) & (b <= a * z);
}

/// Of 4 neurons: the sums over the causal set so far, and the time of its last spike.
struct Sums {
  a: vec4<f32>,
  b: vec4<f32>,
  last: vec4<f32>,
}

/// Takes in one spike. Who has fired by then takes no more in; its sums stay as they were, and so does the answer.
/// Returns who has fired.
fn take(sums: ptr<function, Sums>, base: ptr<function, f32>, spike: vec2<u32>, dense: u32, quad: u32) -> vec4<bool> {
  let t = bitcast<f32>(spike.y);
  let late = t > layer.deadline;
  var z = t;
  if (exponential) {
    z = exp(min(t - *base, farthest));
  }
  let done = reaches((*sums).a, (*sums).b, z);
  if (exponential) {
    let far = t - *base > reach && !late;
    (*sums).b *= select(1.0, exp(*base - t), far);
    *base = select(*base, t, far);
    z = select(z, 1.0, far);
  }
  var strength = weights[spike.x * layer.quads + quad];
  if (packed) {
    strength *= volley[dense + (spike.x >> 2u) * layer.quadStride + (spike.x & 3u) + 4u];
  }
  let closed = done | vec4<bool>(late);
  strength = select(strength, vec4<f32>(0), closed);
  (*sums).a += strength;
  (*sums).b += strength * z;
  (*sums).last = select(vec4<f32>(t), (*sums).last, closed);
  return done;
}

@compute @workgroup_size(size)
fn propagate(@builtin(global_invocation_id) id: vec3<u32>) {
  let sample = id.x / layer.quads;
  let quad = id.x % layer.quads;
  if (sample >= step.samples) {
    return;
  }
  let slot = sample + layer.stored * step.first;
  let dense = slot * layer.sampleStride;
  let list = slot * layer.capacity / 2u;
  let pairs = ((counts[slot] + 3u) / 4u) * 2u;

  let neurons = vec4<u32>(quad * 4u) + vec4<u32>(0, 1, 2, 3);
  let padding = neurons >= vec4<u32>(layer.postsynaptic);
  var sums: Sums;
  sums.a = vec4<f32>(select(0.0, -layer.threshold, exponential));
  sums.b = vec4<f32>(select(layer.threshold, 0.0, exponential));
  sums.last = vec4<f32>(-1);
  var base = select(0.0, bitcast<f32>(spikes[list].y), exponential && pairs > 0u);
  // Four spikes a turn: a turn has its own cost.
  for (var p = 0u; p < pairs; p += 2u) {
    let early = spikes[list + p];
    let late = spikes[list + p + 1u];
    take(&sums, &base, early.xy, dense, quad);
    take(&sums, &base, early.zw, dense, quad);
    take(&sums, &base, late.xy, dense, quad);
    let done = take(&sums, &base, late.zw, dense, quad);
    if (bitcast<f32>(late.w) > layer.deadline || all(done | padding)) {
      break;
    }
  }
  let a = sums.a;
  let b = sums.b;
  let last = sums.last;
  // After the last spike nothing is in the way of a neuron that rises.
  let rises = reaches(a, b, never);
  let time = max(crossing(a, b, base), last);
  let spikes_in_time = rises & (time <= vec4<f32>(layer.deadline));
  var potential = a * layer.deadline - (b - layer.threshold);
  if (exponential) {
    potential = (a + layer.threshold) - b * exp(base - layer.deadline);
  }
  let at = (sample * layer.quads + quad) * 4u;
  trace[at] = select(vec4<f32>(never), time, spikes_in_time);
  trace[at + 1u] = select(vec4<f32>(-1), last, spikes_in_time);
  trace[at + 2u] = select(potential, a, spikes_in_time);
  trace[at + 3u] = vec4<f32>(0);

  if (apart && any(spikes_in_time)) {
    let ones = select(vec4<u32>(0), vec4<u32>(1), spikes_in_time);
    var place = sample * layer.quads * 4u + atomicAdd(&fires[sample], ones.x + ones.y + ones.z + ones.w);
    for (var k = 0u; k < 4u; k++) {
      if (spikes_in_time[k]) {
        fired[place] = vec2<u32>(neurons[k], bitcast<u32>(time[k]));
        place++;
      }
    }
  }
}
