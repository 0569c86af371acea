// The noise of elastic distortions (model.md): two numbers, uniform in [-1, 1], a cell of an image's grid, times their strength.
// It is the generator of src/model/random.ts, bit for bit, so that a step sees the same images on every engine.
//
//   draws   [slots] Draw          seeds of each image's generator
//   numbers [slots, cells] vec2   across, down
//
// One thread takes one image: its numbers follow from each other.

struct Step {
  first: u32, samples: u32, row: u32, steps: u32,
  rate: f32, correct1: f32, correct2: f32, decay: f32,
  adam: u32, averaging: u32, heuristic: u32, margin: f32,
  @size(208) temperature: f32,
}

struct Field {
  width: u32, height: u32, imageWords: u32, elastic: u32,
  columns: u32, rows: u32, radiusAcross: u32, radiusDown: u32,
  strengthX: f32, strengthY: f32, unused1: u32, unused2: u32,
}

struct Draw {
  image: u32, a: u32, b: u32, c: u32,
  skip: u32, xx: f32, xy: f32, yx: f32,
  yy: f32, x0: f32, y0: f32, unused: u32,
}

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
