// The order in which the neurons of a volley spike (model.md, 2): earliest first, equal times by index.
//
//   volley  [samples, quads, stride] vec4          times of 4 neurons come first of the stride
//   counts  [samples]                              how many neurons spike
//   spikes  [samples, 4 quads] (neuron, time bits) those that do, in order; silence fills the last four
//
// One thread sorts one sample: a counting sort into 256 buckets of time, which keeps the order of indices. Input neurons at
// kernel 1 spike at grey levels, and every level has a bucket of its own; elsewhere (`crowded`) the buckets divide the time
// between the first spike and the last, and a walk of insertions puts right what shares one.
// A hidden layer on a real GPU is ranked instead (rank.wgsl), which takes more work and more threads.

struct Step {
  first: u32, samples: u32, row: u32, steps: u32,
  rate: f32, correct1: f32, correct2: f32, decay: f32,
  adam: u32, averaging: u32, heuristic: u32, margin: f32,
  @size(208) temperature: f32,
}

struct Volley {
  quads: u32, stride: u32, unused1: u32, unused2: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> shape: Volley;
@group(1) @binding(1) var<storage, read> volley: array<vec4<f32>>;
@group(1) @binding(2) var<storage, read_write> counts: array<u32>;
@group(1) @binding(3) var<storage, read_write> spikes: array<vec2<u32>>;

override size: u32 = 64;
override crowded: bool = false;

const never = 1e30;
const buckets = 256u;

/// Grey levels are 1/255 apart, so that none share a bucket of 1/256.
fn bucket(time: f32, first: f32, scale: f32) -> u32 {
  return min(u32((time - first) * scale), buckets - 1u);
}

@compute @workgroup_size(size)
fn order(@builtin(global_invocation_id) id: vec3<u32>) {
  let sample = id.x;
  if (sample >= step.samples) {
    return;
  }
  let start = sample * shape.quads * shape.stride;
  var first = 0.0;
  var scale = f32(buckets);
  if (crowded) {
    var earliest = vec4<f32>(never);
    var latest = vec4<f32>(0);
    for (var quad = 0u; quad < shape.quads; quad++) {
      let times = volley[start + quad * shape.stride];
      earliest = min(earliest, times);
      latest = max(latest, select(vec4<f32>(0), times, times < vec4<f32>(never)));
    }
    first = min(min(earliest.x, earliest.y), min(earliest.z, earliest.w));
    let end = max(max(latest.x, latest.y), max(latest.z, latest.w));
    scale = f32(buckets) / max(end - first, 1e-6);
  }
  var next: array<u32, buckets>;
  for (var quad = 0u; quad < shape.quads; quad++) {
    let times = volley[start + quad * shape.stride];
    if (all(times == vec4<f32>(never))) {
      continue;
    }
    for (var k = 0u; k < 4u; k++) {
      if (times[k] < never) {
        next[bucket(times[k], first, scale)]++;
      }
    }
  }
  var count = 0u;
  for (var b = 0u; b < buckets; b++) {
    let here = next[b];
    next[b] = count;
    count += here;
  }
  let to = sample * shape.quads * 4u;
  for (var quad = 0u; quad < shape.quads; quad++) {
    let times = volley[start + quad * shape.stride];
    if (all(times == vec4<f32>(never))) {
      continue;
    }
    for (var k = 0u; k < 4u; k++) {
      if (times[k] < never) {
        let b = bucket(times[k], first, scale);
        spikes[to + next[b]] = vec2<u32>(quad * 4u + k, bitcast<u32>(times[k]));
        next[b]++;
      }
    }
  }
  if (crowded) {
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
  counts[sample] = count;
  // Whoever reads the spikes in fours finds a multiple of 4.
  for (var p = count; (p & 3u) != 0u; p++) {
    spikes[to + p] = vec2<u32>(0u, bitcast<u32>(f32(never)));
  }
}
