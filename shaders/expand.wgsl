// How the spikes of a layer reach the patches of the convolution behind it, each as a list of its own in time order and as a volley of
// its own by element: (ky * kernel + kx) * cell + channel, where a cell is a position of the layer before.
//
//   counts  [samples or slots]                                 neurons of the layer before that spike
//   spikes  [samples or slots, beforeCapacity] (neuron, time bits)   in time order
//   volley  [samples or slots, beforeStride] f32               their multiplicities by index; only read when `packed`
//   found   [places]                                           how many reach a patch; a place is a position of a sample
//   lists   [places, capacity] (element, time bits)            which and when, in time order; silence fills the last two
//   patch   [places, placeStride] f32                          4 times side by side, then their multiplicities (`packed`)
//
// A sample's spikes are walked in time order, so every list is in time order. One thread appends a sample's spikes to the lists of all its
// places, or (`apart`) makes the list of one place: more work in all, and more threads to do it. A turn of the loop takes one patch of one
// spike.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> patches: Patches;
@group(1) @binding(1) var<storage, read> counts: array<u32>;
@group(1) @binding(2) var<storage, read> spikes: array<vec2<u32>>;
@group(1) @binding(3) var<storage, read> volley: array<f32>;
@group(1) @binding(4) var<storage, read_write> found: array<u32>;
@group(1) @binding(5) var<storage, read_write> lists: array<vec2<u32>>;
@group(1) @binding(6) var<storage, read_write> dense: array<f32>;

override size: u32 = 64;
override packed: bool = false;
override apart: bool = true;

@compute @workgroup_size(size)
fn expand(@builtin(global_invocation_id) id: vec3<u32>) {
  let positions = patches.columns * patches.rows;
  let perSample = select(1u, positions, apart);
  let sample = id.x / perSample;
  if (sample >= step.samples) {
    return;
  }
  let first = id.x * select(positions, 1u, apart);
  let beyond = first + select(positions, 1u, apart);
  for (var place = first; place < beyond; place++) {
    found[place] = 0u;
  }
  for (var word = first * patches.placeStride; word < beyond * patches.placeStride; word += 4u) {
    dense[word] = never;
    dense[word + 1u] = never;
    dense[word + 2u] = never;
    dense[word + 3u] = never;
  }
  var low = vec2<u32>(0);
  var high = vec2<u32>(patches.columns, patches.rows);
  if (apart) {
    let position = id.x % perSample;
    low = vec2<u32>(position % patches.columns, position / patches.columns);
    high = low + 1u;
  }
  let slot = sample + patches.stored * step.first;
  let count = counts[slot];
  var p = 0u;
  var n = 0u;
  while (p < count) {
    let spike = spikes[slot * patches.beforeCapacity + p];
    let reach = reachOf(spike.x);
    let start = max(reach.low, low);
    let sides = max(min(reach.high, high), start) - start;
    let holding = sides.x * sides.y;
    if (n < holding) {
      let position = start + vec2<u32>(n % max(sides.x, 1u), n / max(sides.x, 1u));
      let element = elementOf(reach, position);
      let place = sample * positions + position.y * patches.columns + position.x;
      let before = found[place];
      lists[place * patches.capacity + before] = vec2<u32>(element, spike.y);
      found[place] = before + 1u;
      let at = place * patches.placeStride + (element >> 2u) * patches.quadStride + (element & 3u);
      dense[at] = bitcast<f32>(spike.y);
      if (packed) {
        let source = slot * patches.beforeStride + (spike.x >> 2u) * patches.beforeQuadStride + (spike.x & 3u);
        dense[at + 4u] = volley[source + 4u];
      }
    }
    n++;
    if (n >= holding) {
      n = 0u;
      p++;
    }
  }
  // propagate reads the lists in twos.
  for (var place = first; place < beyond; place++) {
    if ((found[place] & 1u) == 1u) {
      lists[place * patches.capacity + found[place]] = silence;
    }
  }
}
