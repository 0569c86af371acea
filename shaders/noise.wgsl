// The noise of elastic distortions (model.md): two numbers, uniform in [-1, 1], a cell of an image's grid, times their strength.
// It is the generator of src/model/random.ts, bit for bit, so that a step sees the same images on every engine.
//
//   draws   [slots] Draw          seeds of each image's generator
//   numbers [slots, cells] vec2   across, down
//
// One thread takes one image: each number of a generator follows from the one before.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> field: Field;
@group(1) @binding(1) var<storage, read> draws: array<Draw>;
@group(1) @binding(2) var<storage, read_write> numbers: array<vec2<f32>>;

override size: u32 = 64;

@compute @workgroup_size(size)
fn noise(@builtin(global_invocation_id) id: vec3<u32>) {
  let slot = id.x;
  if (slot >= step.samples) {
    return;
  }
  var a = draws[slot].a;
  var b = draws[slot].b;
  var c = draws[slot].c;
  let skip = draws[slot].skip;
  let cells = field.columns * field.rows;
  // sfc32; its first numbers went into mixing the seed and drawing the affine map.
  for (var n = 0u; n < skip + cells; n++) {
    let number = a + b + n + 1u;
    a = b ^ (b >> 9u);
    b = c + (c << 3u);
    c = ((c << 21u) | (c >> 11u)) + number;
    if (n >= skip) {
      // 16 bits each.
      let across = (f32(number >> 16u) + 0.5) / 32768.0 - 1.0;
      let down = f32(number & 65535u) / 32768.0 - 1.0;
      numbers[slot * cells + n - skip] = vec2<f32>(across * field.strengthX, down * field.strengthY);
    }
  }
}
