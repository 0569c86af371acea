// Time coding (model.md, 1): from bytes to the input volley of every image of a chunk of steps.
//
//   picks   [slots] (image, label)      which image of `images` sits in a slot
//   images  [images, imageWords] bytes  4 to a word, rows one after another, padded to whole words
//   volley  [slots, quads, 2] vec4      per 4 input neurons their spike times, then their multiplicities
//
// One thread takes 4 neurons of an image. A neuron sums over the lit pixels of its patch, in whole 255ths of the
// window; its time is the quotient of two integers, rounded to float32 exactly as the model rounds it: these times
// decide which spikes are simultaneous, so "almost" would not do.

struct Step {
  first: u32, samples: u32, row: u32, steps: u32,
  rate: f32, correct1: f32, correct2: f32, decay: f32,
  adam: u32, averaging: u32, heuristic: u32, margin: f32,
  @size(208) temperature: f32,
}

struct Coding {
  width: u32, columns: u32, inputs: u32, quads: u32,
  kernel: u32, stride: u32, phase: u32, lowest: u32,
  imageWords: u32, unused1: u32, unused2: u32, unused3: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> coding: Coding;
@group(1) @binding(1) var<storage, read> picks: array<vec2<u32>>;
@group(1) @binding(2) var<storage, read> images: array<u32>;
@group(1) @binding(3) var<storage, read_write> volley: array<vec4<f32>>;

override size: u32 = 64;

/// The time of a silent neuron.
const never = 1e30;

/// n / d to the nearest float32, ties to even, for 0 < n, d < 2^22: long division, bit by bit, as division in WGSL may err.
fn quotient(numerator: vec4<u32>, denominator: vec4<u32>) -> vec4<f32> {
  // Bring both to the same highest bit; then the numerator between 1 and 2 denominators.
  let up = vec4<i32>(firstLeadingBit(denominator)) - vec4<i32>(firstLeadingBit(numerator));
  let zero = vec4<i32>(0);
  var n = numerator << vec4<u32>(max(up, zero));
  let d = denominator << vec4<u32>(max(-up, zero));
  let small = n < d;
  n = select(n, n << vec4<u32>(1), small);
  let shift = select(up, up + 1, small);
  var rest = n - d;
  var bits = vec4<u32>(1);
  for (var i = 0; i < 23; i++) {
    rest <<= vec4<u32>(1);
    let one = rest >= d;
    rest = select(rest, rest - d, one);
    bits = (bits << vec4<u32>(1)) | select(vec4<u32>(0), vec4<u32>(1), one);
  }
  let twice = rest << vec4<u32>(1);
  let odd = (bits & vec4<u32>(1)) == vec4<u32>(1);
  bits += select(vec4<u32>(0), vec4<u32>(1), (twice > d) | ((twice == d) & odd));
  return bitcast<vec4<f32>>((vec4<u32>(127 - shift) << vec4<u32>(23)) + bits - 0x800000u);
}

@compute @workgroup_size(size)
fn encode(@builtin(global_invocation_id) id: vec3<u32>) {
  let slot = id.x / coding.quads;
  let quad = id.x % coding.quads;
  if (slot >= step.samples) {
    return;
  }
  let image = picks[slot].x * coding.imageWords;
  var lit = vec4<u32>(0);
  var sum = vec4<u32>(0);
  for (var k = 0u; k < 4u; k++) {
    let neuron = quad * 4u + k;
    if (neuron >= coding.inputs) {
      break;
    }
    let corner = (neuron / coding.columns) * coding.stride * coding.width + (neuron % coding.columns) * coding.stride;
    var place = 0u;
    for (var y = 0u; y < coding.kernel; y++) {
      for (var x = 0u; x < coding.kernel; x++) {
        let pixel = corner + y * coding.width + x;
        let byte = (images[image + (pixel >> 2u)] >> ((pixel & 3u) * 8u)) & 255u;
        if (byte >= coding.lowest) {
          lit[k] += 1u;
          sum[k] += 255u - byte + place * coding.phase * 255u;
        }
        place++;
      }
    }
  }
  var times = vec4<f32>(never);
  var multiplicity = vec4<f32>(0);
  let spikes = lit > vec4<u32>(0);
  if (any(spikes)) {
    let area = coding.kernel * coding.kernel;
    let n = max(lit, vec4<u32>(1));
    let window = 255u * select(1u, area, coding.phase == 1u);
    let delay = select(quotient(max(sum, vec4<u32>(1)), n * window), vec4<f32>(0), sum == vec4<u32>(0));
    times = select(times, delay, spikes);
    var strength = vec4<f32>(1);
    if (area > 1u) {
      strength = quotient(2u * n, vec4<u32>(area));
    }
    multiplicity = select(multiplicity, strength, spikes);
  }
  let at = (slot * coding.quads + quad) * 2u;
  volley[at] = times;
  volley[at + 1u] = multiplicity;
}
