// Which samples move which weights: for every 4 presynaptic neurons, the samples of the batch that have an error and in which one
// of them spikes. With the heuristic loss most samples have no error, and most pixels are silent: what is left is short.
//
//   lit     [slots, rows / 4] 16 bits          which of 16 input neurons spike, from encode
//   erring  [batch]                            1 where a sample has an error
//   lists   [quads + 1, listStride]            how many, then which; the last row has every sample with an error
//
// One thread makes the lists of 16 neurons, or the last.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> lit: array<u32>;
@group(1) @binding(2) var<storage, read> erring: array<u32>;
@group(1) @binding(3) var<storage, read_write> lists: array<u32>;

override size: u32 = 64;

/// Adds a sample to the list of a row with `count` entries where one of the four bits is set. Returns the entries it has then.
fn append(row: u32, count: u32, bits: u32, sample: u32) -> u32 {
  let wanted = (bits & 15u) != 0u && row <= layer.allRow;
  if (wanted) {
    lists[row * layer.listStride + count + 1u] = sample;
  }
  return select(count, count + 1u, wanted);
}

fn close(row: u32, count: u32) {
  if (row <= layer.allRow) {
    lists[row * layer.listStride] = count;
  }
}

@compute @workgroup_size(size)
fn compact(@builtin(global_invocation_id) id: vec3<u32>) {
  let words = (layer.allRow + 3u) / 4u;
  let word = id.x;
  if (word > words) {
    return;
  }
  let all = word == words;
  let row = select(word * 4u, layer.allRow, all);
  var count = vec4<u32>(0);
  for (var s = 0u; s < step.samples; s++) {
    var bits = lit[(step.first + s) * words + min(word, words - 1u)];
    bits = select(bits, 1u, all) * erring[s];
    count.x = append(row, count.x, bits, s);
    count.y = append(row + 1u, count.y, bits >> 4u, s);
    count.z = append(row + 2u, count.z, bits >> 8u, s);
    count.w = append(row + 3u, count.w, bits >> 12u, s);
  }
  close(row, count.x);
  // Behind the last row of neurons comes that of all samples, which has a thread of its own.
  if (row + 1u < layer.allRow) {
    close(row + 1u, count.y);
  }
  if (row + 2u < layer.allRow) {
    close(row + 2u, count.z);
  }
  if (row + 3u < layer.allRow) {
    close(row + 3u, count.w);
  }
}
