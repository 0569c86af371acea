// Weight gradients of a convolution (model.md, 3), summed over a share of the positions in every sample that has an error: places share
// weights, so their gradients add up. update sums the shares and makes the optimiser's step.
//
//   volley  [places, sampleStride / 4] vec4        presynaptic times of 4 elements of the patch (every quadStride / 4), and behind them
//                                                  (`packed`) their multiplicities
//   trace   [places, quads, 3] vec4                of the layer: time, slope, gain
//   lists   [.., listStride]                       samples with an error are in the last row, from compact
//   sums    [shares, presynaptic (to fours), quads] vec4   gradients, times twice the samples
//
//   dE/dw_ej = 1/N sum over samples and positions of  gain_j m_e (t_e - t_j)   over the causal set, or as in update (`exponential`)
//
// One thread takes the weights of `fours` times 4 elements to `fours` times 4 channels, at every `shares`th position. It counts its way along
// samples and positions, since a software adapter divides whole numbers slowly, and passes places where none of its elements spikes.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> volley: array<vec4<f32>>;
@group(1) @binding(2) var<storage, read> trace: array<vec4<f32>>;
@group(1) @binding(3) var<storage, read> lists: array<u32>;
@group(1) @binding(4) var<storage, read_write> sums: array<vec4<f32>>;

override size: u32 = 64;
override exponential: bool = false;
override packed: bool = false;

/// 1 or 2: more share what is read, fewer make more threads.
override fours: u32 = 1;

fn put(to: u32, sum: Block) {
  sums[to] = sum.g0;
  sums[to + layer.quads] = sum.g1;
  sums[to + 2u * layer.quads] = sum.g2;
  sums[to + 3u * layer.quads] = sum.g3;
}

@compute @workgroup_size(size)
fn gradient(@builtin(global_invocation_id) id: vec3<u32>) {
  let rows = (layer.presynaptic + 3u) / 4u;
  let across = (layer.quads + fours - 1u) / fours;
  let down = (rows + fours - 1u) / fours;
  let quad = (id.x % across) * fours;
  let row = ((id.x / across) % down) * fours;
  let share = id.x / (across * down);
  if (share >= layer.shares) {
    return;
  }
  let list = layer.allRow * layer.listStride + 1u;
  let end = list + lists[list - 1u];
  // Of `fours` 2: the elements' second four below, the channels' second four right.
  var above = Block();
  var aboveRight = Block();
  var below = Block();
  var belowRight = Block();
  var n = list;
  var position = share;
  while (n < end) {
    var place = 0u;
    var first = 0u;
    var t = vec4<f32>(never);
    var u = vec4<f32>(never);
    // On to a place where one of the elements spikes: a loop of its own, for what is carried around one costs as much as adding to it.
    for (var silent = true; silent; silent = n < end && !spikes(min(t, u))) {
      place = lists[n] * layer.positions + position;
      first = (place * layer.sampleStride + row * layer.quadStride) / 4u;
      t = volley[first];
      if (fours > 1u) {
        u = volley[first + layer.quadStride / 4u];
      }
      position += layer.shares;
      let over = position >= layer.positions;
      position = select(position, share, over);
      n += select(0u, 1u, over);
    }
    let at = (place * layer.quads + quad) * 3u;
    let times = trace[at];
    let gain = trace[at + 2u];
    var m = vec4<f32>(1);
    if (packed) {
      m = volley[first + 1u];
    }
    above = add(above, t, m, times, gain);
    if (fours > 1u) {
      let timesRight = trace[at + 3u];
      let gainRight = trace[at + 5u];
      var k = vec4<f32>(1);
      if (packed) {
        k = volley[first + layer.quadStride / 4u + 1u];
      }
      aboveRight = add(aboveRight, t, m, timesRight, gainRight);
      below = add(below, u, k, times, gain);
      belowRight = add(belowRight, u, k, timesRight, gainRight);
    }
  }
  let to = (share * rows + row) * 4u * layer.quads + quad;
  put(to, above);
  if (fours > 1u) {
    let right = quad + 1u < layer.quads;
    let further = row + 1u < rows;
    if (right) {
      put(to + 1u, aboveRight);
    }
    if (further) {
      put(to + 4u * layer.quads, below);
    }
    if (right && further) {
      put(to + 4u * layer.quads + 1u, belowRight);
    }
  }
}
