// Spike times of one layer from those of the layer before (model.md, 2), for every sample of a batch. In a convolution a sample's
// positions come one after the other, each with its patch as the layer before: `place` counts samples, times positions.
//
//   counts   [places]                     presynaptic neurons that spike
//   spikes   [places, capacity]  (neuron, time bits)   in time order, read in twos; silence fills the last four
//   volley   [places, sampleStride] f32   presynaptic times and multiplicities by index; only read when `packed`
//   weights  [presynaptic, quads] vec4    transposed: a presynaptic neuron's weights lie side by side
//   trace    [places, quads, 3] vec4      per 4 neurons: spike time; slope A (exponential: D) at the spike, or a silent
//                                         neuron's potential at the deadline; 0 (the gain, which backpropagation fills in)
//   fired    [samples, positions, 4 quads] (neuron, time bits)    neurons that fired, in no order, for rank (`apart`)
//   fires    [samples]                    how many, 0 before
//   lit      [places, quads / fours] bits                         which of a thread's neurons fired, the first lowest, for order (unless `apart`)
//
// One thread takes `fours` times 4 neurons of one place and walks the presynaptic spikes in time order:
//   A = sum w m,          B = theta + sum w m t,     a neuron fires at B / A;
//   D = sum w m - theta,  S = sum w m e^t,           a neuron fires at ln(S / D)       (`exponential`)
// as soon as that is not after the next spike, which is tested without a division: A > 0 and B <= A t_next. The sums of a neuron that has
// fired stay as they are, so that its spike time does too. S is kept relative to e^base, so that late times do not overflow.
//
// There is no branch: a software adapter runs both sides of each, for all its threads. The sign of a float is its highest bit, so conditions
// are kept as signs and joined by bitwise operations.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> counts: array<u32>;
@group(1) @binding(2) var<storage, read> spikes: array<vec4<u32>>;
@group(1) @binding(3) var<storage, read> volley: array<f32>;
@group(1) @binding(4) var<storage, read> weights: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read_write> trace: array<vec4<f32>>;
@group(1) @binding(6) var<storage, read_write> fired: array<vec2<u32>>;
@group(1) @binding(7) var<storage, read_write> fires: array<atomic<u32>>;
@group(1) @binding(8) var<storage, read_write> lit: array<u32>;

override size: u32 = 64;
override exponential: bool = false;
/// Presynaptic spikes have multiplicities other than 1.
override packed: bool = false;
/// Neurons that fired are handed to rank, not to order.
override apart: bool = true;
/// 1, 2 or 4: many share the reading of the spikes, few make more threads.
override fours: u32 = 1;

/// How far (in time) from its base a spike may be before S is rebased, and from where on e^t is cut off, to stay finite.
const reach = 16.0;
const farthest = 80.0;

/// Of 4 neurons: the sums over the causal set so far.
struct Sums {
  a: vec4<f32>,
  b: vec4<f32>,
}

/// All neurons of the thread.
struct Walk {
  n0: Sums,
  n1: Sums,
  n2: Sums,
  n3: Sums,
  base: f32,
  /// Negative while a neuron waits for its spike.
  waits: i32,
}

/// Before the first spike. Padding behind the last neuron has sums of 0, and so never waits for a spike.
fn atRest(quad: u32) -> Sums {
  let real = vec4<u32>(quad * 4u) + vec4<u32>(0, 1, 2, 3) < vec4<u32>(layer.postsynaptic);
  let a = select(0.0, -layer.threshold, exponential);
  let b = select(layer.threshold, 0.0, exponential);
  return Sums(select(vec4<f32>(0), vec4<f32>(a), real), select(vec4<f32>(0), vec4<f32>(b), real));
}

/// Negative for neurons that have not fired by a time t; z is t, or e^(t - base).
fn waiting(n: Sums, z: f32) -> vec4<i32> {
  var signs = bitcast<vec4<i32>>(n.a * z - n.b) | bitcast<vec4<i32>>(n.a);
  if (exponential) {
    signs |= bitcast<vec4<i32>>(n.b);
  }
  return signs;
}

/// Adds a spike's weights to the sums of neurons that wait.
fn add(n: Sums, waits: vec4<i32>, at: u32, strength: f32, z: f32) -> Sums {
  var w = weights[at];
  if (packed) {
    w *= strength;
  }
  w = select(vec4<f32>(0), w, waits < vec4<i32>(0));
  return Sums(n.a + w, n.b + w * z);
}

/// Takes in one spike.
fn take(before: Walk, spike: vec2<u32>, dense: u32, quad: u32) -> Walk {
  var n = before;
  let t = bitcast<f32>(spike.y);
  let early = vec4<i32>(select(0, -1, t <= layer.deadline));
  var z = t;
  if (exponential) {
    z = exp(min(t - n.base, farthest));
  }
  let waits0 = waiting(n.n0, z) & early;
  let waits1 = waiting(n.n1, z) & early;
  let waits2 = waiting(n.n2, z) & early;
  let waits3 = waiting(n.n3, z) & early;
  var waits = waits0;
  if (fours > 1u) {
    waits |= waits1;
  }
  if (fours > 2u) {
    waits |= waits2 | waits3;
  }
  n.waits = waits.x | waits.y | waits.z | waits.w;
  if (exponential) {
    let far = t - n.base > reach && t <= layer.deadline;
    let fade = select(1.0, exp(n.base - t), far);
    n.n0.b *= fade;
    n.n1.b *= fade;
    n.n2.b *= fade;
    n.n3.b *= fade;
    n.base = select(n.base, t, far);
    z = select(z, 1.0, far);
  }
  var strength = 1.0;
  if (packed) {
    strength = volley[dense + (spike.x >> 2u) * layer.quadStride + (spike.x & 3u) + 4u];
  }
  let at = spike.x * layer.quads + quad;
  n.n0 = add(n.n0, waits0, at, strength, z);
  if (fours > 1u) {
    n.n1 = add(n.n1, waits1, at + 1u, strength, z);
  }
  if (fours > 2u) {
    n.n2 = add(n.n2, waits2, at + 2u, strength, z);
    n.n3 = add(n.n3, waits3, at + 3u, strength, z);
  }
  return n;
}

/// Of 4 neurons when all spikes have been taken in: one whose potential still rises fires, unless that is after the deadline. Writes their
/// trace. Returns which of them fire, a bit each.
fn finish(n: Sums, spot: u32, quad: u32, base: f32) -> u32 {
  var time = n.b / n.a;
  var potential = n.a * layer.deadline - (n.b - layer.threshold);
  var rises = n.a > vec4<f32>(0);
  if (exponential) {
    time = base + log(max(time, vec4<f32>(1e-30)));
    potential = (n.a + layer.threshold) - n.b * exp(base - layer.deadline);
    rises &= n.b >= vec4<f32>(0);
  }
  let real = vec4<u32>(quad) < vec4<u32>(layer.quads);
  let spikes_in_time = rises & real & (time <= vec4<f32>(layer.deadline));
  let times = select(vec4<f32>(never), time, spikes_in_time);
  if (quad < layer.quads) {
    let at = (spot * layer.quads + quad) * 3u;
    trace[at] = times;
    trace[at + 1u] = select(potential, n.a, spikes_in_time);
    trace[at + 2u] = vec4<f32>(0);
  }
  if (apart && any(spikes_in_time)) {
    let ones = select(vec4<u32>(0), vec4<u32>(1), spikes_in_time);
    let sample = spot / layer.positions;
    let first = (spot % layer.positions) * layer.quads * 4u + quad * 4u;
    let room = layer.positions * layer.quads * 4u;
    var place = sample * room + atomicAdd(&fires[sample], ones.x + ones.y + ones.z + ones.w);
    for (var k = 0u; k < 4u; k++) {
      if (spikes_in_time[k]) {
        fired[place] = vec2<u32>(first + k, bitcast<u32>(times[k]));
        place++;
      }
    }
  }
  let bits = select(vec4<u32>(0), vec4<u32>(1, 2, 4, 8), spikes_in_time);
  return bits.x | bits.y | bits.z | bits.w;
}

@compute @workgroup_size(size)
fn propagate(@builtin(global_invocation_id) id: vec3<u32>) {
  let perPlace = (layer.quads + fours - 1u) / fours;
  let spot = id.x / perPlace;
  let quad = (id.x % perPlace) * fours;
  if (spot >= step.samples * layer.positions) {
    return;
  }
  let slot = spot + layer.stored * step.first;
  let dense = slot * layer.sampleStride;
  let list = slot * layer.capacity / 2u;
  let count = counts[slot];

  var walk = Walk(atRest(quad), atRest(quad + 1u), atRest(quad + 2u), atRest(quad + 3u), 0.0, -1);
  if (exponential) {
    walk.base = select(0.0, bitcast<f32>(spikes[list].y), count > 0u);
  }
  var more = count > 0u;
  for (var p = 0u; more; p++) {
    let two = spikes[list + p];
    // Two spikes a turn: the loop itself costs less that way.
    walk = take(walk, two.xy, dense, quad);
    walk = take(walk, two.zw, dense, quad);
    more = 2u * (p + 1u) < count && walk.waits < 0;
  }
  var bits = finish(walk.n0, spot, quad, walk.base);
  if (fours > 1u) {
    bits |= finish(walk.n1, spot, quad + 1u, walk.base) << 4u;
  }
  if (fours > 2u) {
    bits |= finish(walk.n2, spot, quad + 2u, walk.base) << 8u;
    bits |= finish(walk.n3, spot, quad + 3u, walk.base) << 12u;
  }
  if (!apart) {
    lit[id.x] = bits;
  }
}
