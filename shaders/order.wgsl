// The order in which input neurons spike (model.md, 2): earliest first, equal times by index.
//
//   volley  [slots, quads] vec4           times, from encode; [slots, quads, 2] with multiplicities (`packed`)
//   counts  [slots]                       how many neurons spike
//   spikes  [slots, 4 quads] (neuron, time bits)   those that do, in order; the first counts[slot] are valid
//
// One thread sorts one image: a counting sort into 256 buckets of time, which keeps the order of indices. At kernel 1
// every grey level has a bucket of its own and the work is done; for packed trains (`packed`) a walk of insertions
// puts right what shares a bucket.

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
@group(1) @binding(1) var<storage, read> volley: array<vec4<f32>>;
@group(1) @binding(2) var<storage, read_write> counts: array<u32>;
@group(1) @binding(3) var<storage, read_write> spikes: array<vec2<u32>>;

override size: u32 = 64;
override packed: bool = false;

const never = 1e30;
const buckets = 256u;

/// Times of the window [0, 1], the last bucket takes 1 itself. Grey levels are 1/255 apart, so none share a bucket.
fn bucket(time: f32) -> u32 {
  return min(u32(time * f32(buckets)), buckets - 1u);
}

@compute @workgroup_size(size)
fn order(@builtin(global_invocation_id) id: vec3<u32>) {
  let slot = id.x;
  if (slot >= step.samples) {
    return;
  }
  var next: array<u32, buckets>;
  let stride = select(1u, 2u, packed);
  let start = slot * coding.quads * stride;
  for (var quad = 0u; quad < coding.quads; quad++) {
    let times = volley[start + quad * stride];
    if (all(times == vec4<f32>(never))) {
      continue;
    }
    for (var k = 0u; k < 4u; k++) {
      if (times[k] < never) {
        next[bucket(times[k])]++;
      }
    }
  }
  var count = 0u;
  for (var b = 0u; b < buckets; b++) {
    let here = next[b];
    next[b] = count;
    count += here;
  }
  let to = slot * coding.quads * 4u;
  for (var quad = 0u; quad < coding.quads; quad++) {
    let times = volley[start + quad * stride];
    if (all(times == vec4<f32>(never))) {
      continue;
    }
    for (var k = 0u; k < 4u; k++) {
      if (times[k] < never) {
        let b = bucket(times[k]);
        spikes[to + next[b]] = vec2<u32>(quad * 4u + k, bitcast<u32>(times[k]));
        next[b]++;
      }
    }
  }
  if (packed) {
    for (var p = 1u; p < count; p++) {
      let spike = spikes[to + p];
      let time = bitcast<f32>(spike.y);
      var free = p;
      while (free > 0u) {
        let before = spikes[to + free - 1u];
        if (bitcast<f32>(before.y) <= time) {
          break;
        }
        spikes[to + free] = before;
        free--;
      }
      if (free < p) {
        spikes[to + free] = spike;
      }
    }
  }
  counts[slot] = count;
  // Whoever reads the spikes in fours finds a multiple of 4.
  for (var p = count; (p & 3u) != 0u; p++) {
    spikes[to + p] = vec2<u32>(0u, bitcast<u32>(f32(never)));
  }
}
