// Time coding (model.md, 1): from bytes to the input volley of every image of a chunk of steps.
//
//   picks   [slots] (image, label)      which image of `images` sits in a slot
//   images  [images, imageWords] bytes  4 to a word, rows one after another, padded to whole words
//   table   [256 + 65] f32              a byte's spike time at kernel 1; then the multiplicity of n lit pixels
//   volley  [slots, quads] vec4         per 4 input neurons their spike times
//           [slots, quads, 2] vec4      times, then multiplicities (`packed`: of whole trains)
//   lit     [slots, quads / 4] 16 bits  which of 16 input neurons spike, the first lowest
//
// One thread takes 16 neurons of an image. A neuron of a patch takes the sum over its lit pixels, or their first (`first`), in
// whole 255ths of a pixel's slot; its time is the quotient of two integers, rounded to float32 exactly as the model rounds it: these times
// decide which spikes are simultaneous, and one rounded otherwise would change the order.

struct Coding {
  width: u32, columns: u32, inputs: u32, quads: u32,
  kernel: u32, stride: u32, phase: u32, lowest: u32,
  imageWords: u32, @size(12) first: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> coding: Coding;
@group(1) @binding(1) var<storage, read> picks: array<vec2<u32>>;
@group(1) @binding(2) var<storage, read> images: array<u32>;
@group(1) @binding(3) var<storage, read> table: array<f32>;
@group(1) @binding(4) var<storage, read_write> volley: array<vec4<f32>>;
@group(1) @binding(5) var<storage, read_write> lit: array<u32>;

override size: u32 = 64;
/// Patches of more than one pixel.
override patches: bool = false;
/// Multiplicities follow the times.
override packed: bool = false;
/// Every pixel has two neurons: ink, and paper, whose byte is what is left to 255.
override both: bool = false;

/// n / d to the nearest float32, ties to even, for 0 < n < d < 2^22. Division in WGSL may err in the last places, so the
/// neighbours are tried: the remainder, n 2^shift - mantissa d, is small, and so it is exact although both products wrap in 32 bits.
fn quotient(n: vec4<u32>, d: vec4<u32>) -> vec4<f32> {
  var bits = bitcast<vec4<u32>>(vec4<f32>(n) / vec4<f32>(d));
  for (var i = 0; i < 4; i++) {
    let mantissa = (bits & vec4<u32>(0x7fffffu)) | vec4<u32>(0x800000u);
    let shift = vec4<u32>(150u) - (bits >> vec4<u32>(23u));
    let scaled = select(n << (shift & vec4<u32>(31u)), vec4<u32>(0), shift > vec4<u32>(31u));
    // Twice the rest, in units of the last place: beyond d the neighbour is nearer. Below a power of two places are half as wide.
    let rest = bitcast<vec4<i32>>(scaled - mantissa * d) * 2;
    let unit = bitcast<vec4<i32>>(d);
    let edge = (mantissa == vec4<u32>(0x800000u)) & (rest < vec4<i32>(0));
    let down = select(rest, rest * 2, edge);
    let odd = (mantissa & vec4<u32>(1)) == vec4<u32>(1);
    let up = (rest > unit) | ((rest == unit) & odd);
    let lower = (down < -unit) | ((down == -unit) & odd);
    bits += select(vec4<u32>(0), vec4<u32>(1), up);
    bits -= select(vec4<u32>(0), vec4<u32>(1), lower);
  }
  return bitcast<vec4<f32>>(bits);
}

/// One neuron a pixel: its byte tells its time.
fn pixels(image: u32, quad: u32) -> vec4<f32> {
  var bytes: vec4<u32>;
  if (both) {
    let word = images[image + (quad >> 1u)] >> ((quad & 1u) * 16u);
    bytes = ((vec4<u32>(word) >> vec4<u32>(0, 0, 8, 8)) & vec4<u32>(255)) ^ vec4<u32>(0, 255, 0, 255);
  } else {
    bytes = (vec4<u32>(images[image + quad]) >> vec4<u32>(0, 8, 16, 24)) & vec4<u32>(255);
  }
  let times = vec4<f32>(table[bytes.x], table[bytes.y], table[bytes.z], table[bytes.w]);
  let neurons = vec4<u32>(quad * 4u) + vec4<u32>(0, 1, 2, 3);
  return select(times, vec4<f32>(never), neurons >= vec4<u32>(coding.inputs));
}

fn byteAt(image: u32, pixel: u32) -> u32 {
  return (images[image + (pixel >> 2u)] >> ((pixel & 3u) * 8u)) & 255u;
}

/// Times and multiplicities of 4 neurons.
struct Four {
  times: vec4<f32>,
  strengths: vec4<f32>,
}

/// A neuron a patch of pixels.
fn patchesAt(image: u32, quad: u32) -> Four {
  let neurons = min(vec4<u32>(quad * 4u) + vec4<u32>(0, 1, 2, 3), vec4<u32>(coding.inputs - 1u));
  let corners = (neurons / coding.columns) * coding.stride * coding.width + (neurons % coding.columns) * coding.stride;
  let area = coding.kernel * coding.kernel;
  var pixelsLit = vec4<u32>(0);
  var sum = vec4<u32>(0);
  var first = vec4<u32>(0xffffffffu);
  for (var place = 0u; place < area; place++) {
    let offset = (place / coding.kernel) * coding.width + place % coding.kernel;
    let bytes = vec4<u32>(
      byteAt(image, corners.x + offset),
      byteAt(image, corners.y + offset),
      byteAt(image, corners.z + offset),
      byteAt(image, corners.w + offset),
    );
    let one = select(vec4<u32>(0), vec4<u32>(1), bytes >= vec4<u32>(coding.lowest));
    pixelsLit += one;
    let time = 255u + place * coding.phase * 255u - bytes;
    sum += one * time;
    first = min(first, select(vec4<u32>(0xffffffffu), time, one == vec4<u32>(1)));
  }
  let window = 255u * select(1u, area, coding.phase == 1u);
  let dividend = select(sum, first, coding.first == 1u);
  let divisor = select(max(pixelsLit, vec4<u32>(1)), vec4<u32>(1), coding.first == 1u) * window;
  let real = vec4<u32>(quad * 4u) + vec4<u32>(0, 1, 2, 3) < vec4<u32>(coding.inputs);
  let spikes = real & (pixelsLit > vec4<u32>(0));
  // The quotient of a silent patch is not used; the clamp keeps it from overflowing.
  let delay = quotient(clamp(dividend, vec4<u32>(1), divisor), divisor);
  let time = select(delay, vec4<f32>(0), dividend == vec4<u32>(0));
  let strengths = vec4<f32>(table[256u + pixelsLit.x], table[256u + pixelsLit.y], table[256u + pixelsLit.z], table[256u + pixelsLit.w]);
  return Four(select(vec4<f32>(never), time, spikes), select(vec4<f32>(0), strengths, spikes));
}

/// Writes 4 neurons' share of the volley. Returns which of them spike, by the bit.
fn put(slot: u32, image: u32, quad: u32) -> u32 {
  var four: Four;
  if (patches) {
    four = patchesAt(image, quad);
  } else {
    four.times = pixels(image, quad);
  }
  if (quad < coding.quads) {
    let at = slot * coding.quads + quad;
    if (packed) {
      volley[2u * at] = four.times;
      volley[2u * at + 1u] = four.strengths;
    } else {
      volley[at] = four.times;
    }
  }
  let bits = select(vec4<u32>(0), vec4<u32>(1, 2, 4, 8), four.times < vec4<f32>(never));
  return bits.x | bits.y | bits.z | bits.w;
}

@compute @workgroup_size(size)
fn encode(@builtin(global_invocation_id) id: vec3<u32>) {
  let words = (coding.quads + 3u) / 4u;
  let slot = id.x / words;
  let quad = (id.x % words) * 4u;
  if (slot >= step.samples) {
    return;
  }
  let image = picks[slot].x * coding.imageWords;
  lit[id.x] = put(slot, image, quad)
    | (put(slot, image, quad + 1u) << 4u)
    | (put(slot, image, quad + 2u) << 8u)
    | (put(slot, image, quad + 3u) << 12u);
}
