// The order in which the neurons of a volley spike (model.md, 2): earliest first, equal times by index.
//
//   lit     [samples, words] bits                  which of `perWord` neurons spike, the first lowest
//   volley  [samples, quads, stride] 4 f32         times of 4 neurons come first of the stride
//   counts  [samples]                              how many neurons spike
//   spikes  [samples, 4 quads] (neuron, time bits) those that do, in order; silence fills the last four
//
// One thread sorts one sample: a counting sort into 256 buckets of time, which keeps the order of indices. Input neurons at
// kernel 1 spike at grey levels, and every level has a bucket of its own; elsewhere (`crowded`) the buckets divide the time
// between the first spike and the last, and an insertion sort puts in order what shares a bucket.
// A hidden layer on a real GPU is ranked instead (rank.wgsl), which takes more work and more threads.
//
// Few neurons spike, so the loops walk the bits of `lit`: a turn takes one neuron, or passes a word without one.

struct Volley {
  quads: u32, stride: u32, words: u32, perWord: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> shape: Volley;
@group(1) @binding(1) var<storage, read> lit: array<u32>;
@group(1) @binding(2) var<storage, read> volley: array<f32>;
@group(1) @binding(3) var<storage, read_write> counts: array<u32>;
@group(1) @binding(4) var<storage, read_write> spikes: array<vec2<u32>>;

override size: u32 = 64;
override crowded: bool = false;

const buckets = 256u;

/// Grey levels are 1/255 apart, so that none share a bucket of 1/256.
fn bucket(time: f32, first: f32, scale: f32) -> u32 {
  return min(u32((time - first) * scale), buckets - 1u);
}

/// A place in the walk along the neurons that spike.
struct Place {
  word: u32,
  /// Of the word's bits, those still to come.
  bits: u32,
}

fn neuronAt(place: Place) -> u32 {
  return place.word * shape.perWord + countOneBits((place.bits & (~place.bits + 1u)) - 1u);
}

fn timeOf(start: u32, neuron: u32) -> f32 {
  return volley[start + (neuron >> 2u) * shape.stride * 4u + (neuron & 3u)];
}

/// One turn on, `words` being where the sample's bits begin: behind a word's last neuron comes the next word.
fn next(place: Place, words: u32) -> Place {
  let rest = place.bits & (place.bits - 1u);
  let following = Place(place.word + 1u, lit[words + place.word + 1u]);
  if (rest == 0u) {
    return following;
  }
  return Place(place.word, rest);
}

@compute @workgroup_size(size)
fn order(@builtin(global_invocation_id) id: vec3<u32>) {
  let sample = id.x;
  if (sample >= step.samples) {
    return;
  }
  let start = sample * shape.quads * shape.stride * 4u;
  let to = sample * shape.quads * 4u;
  let words = sample * shape.words;
  var first = 0.0;
  var scale = f32(buckets);
  if (crowded) {
    var end = 0.0;
    first = never;
    for (var place = Place(0u, lit[words]); place.word < shape.words; place = next(place, words)) {
      if (place.bits != 0u) {
        let time = timeOf(start, neuronAt(place));
        first = min(first, time);
        end = max(end, time);
      }
    }
    scale = f32(buckets) / max(end - first, 1e-6);
  }
  var free: array<u32, buckets>;
  for (var place = Place(0u, lit[words]); place.word < shape.words; place = next(place, words)) {
    if (place.bits != 0u) {
      free[bucket(timeOf(start, neuronAt(place)), first, scale)]++;
    }
  }
  var count = 0u;
  for (var b = 0u; b < buckets; b++) {
    let here = free[b];
    free[b] = count;
    count += here;
  }
  for (var place = Place(0u, lit[words]); place.word < shape.words; place = next(place, words)) {
    if (place.bits != 0u) {
      let neuron = neuronAt(place);
      let time = timeOf(start, neuron);
      let b = bucket(time, first, scale);
      spikes[to + free[b]] = vec2<u32>(neuron, bitcast<u32>(time));
      free[b]++;
    }
  }
  if (crowded) {
    // Insertion sort: a spike that is earlier than the one before changes places with it.
    for (var p = 1u; p < count;) {
      let one = spikes[to + p - 1u];
      let two = spikes[to + p];
      let swap = bitcast<f32>(two.y) < bitcast<f32>(one.y);
      if (swap) {
        spikes[to + p - 1u] = two;
        spikes[to + p] = one;
      }
      p = select(p + 1u, max(p, 2u) - 1u, swap);
    }
  }
  counts[sample] = count;
  // propagate reads the spikes in twos, backpropagate in fours.
  for (var p = count; (p & 3u) != 0u; p++) {
    spikes[to + p] = silence;
  }
}
