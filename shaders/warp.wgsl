// Distorted images (model.md): every pixel of the target samples the source where the affine map and the elastic field say,
// bilinearly, rounded to a byte. Outside an image pixels are 0.
//
//   draws   [slots] Draw                     which image, and its affine map less the identity
//   field   [slots, rows, columns] vec2      displacement in pixels, a cell of 2 x 2 pixels; linear between the cells' middles
//   images  [images, imageWords] bytes       the resident set, 4 to a word
//   target  [slots, imageWords] bytes
//
// One thread makes one word, 4 pixels. Places are kept relative to the pixel, where float32 is finest.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> field: Field;
@group(1) @binding(1) var<storage, read> draws: array<Draw>;
@group(1) @binding(2) var<storage, read> displacement: array<vec2<f32>>;
@group(1) @binding(3) var<storage, read> images: array<u32>;
@group(1) @binding(4) var<storage, read_write> warped: array<u32>;

override size: u32 = 64;

/// Between which cells a pixel lies, and the share of the second; the outermost half pixels are extrapolated.
struct Between {
  cell: u32,
  next: u32,
  share: f32,
}

fn between(pixel: u32, cells: u32) -> Between {
  if (cells == 1u) {
    return Between(0u, 0u, 0.0);
  }
  let place = (f32(pixel) - 0.5) / 2.0;
  let cell = u32(clamp(floor(place), 0.0, f32(cells - 2u)));
  return Between(cell, cell + 1u, place - f32(cell));
}

fn displaced(slot: u32, x: u32, y: u32) -> vec2<f32> {
  let grid = slot * field.columns * field.rows;
  let h = between(x, field.columns);
  let v = between(y, field.rows);
  let above = grid + v.cell * field.columns;
  let below = grid + v.next * field.columns;
  let left = displacement[above + h.cell] * (1.0 - v.share) + displacement[below + h.cell] * v.share;
  let right = displacement[above + h.next] * (1.0 - v.share) + displacement[below + h.next] * v.share;
  return left + (right - left) * h.share;
}

/// Ink of a pixel of an image; 0 outside.
fn ink(image: u32, x: i32, y: i32) -> f32 {
  let inside = x >= 0 && y >= 0 && x < i32(field.width) && y < i32(field.height);
  let pixel = select(0u, u32(y) * field.width + u32(x), inside);
  let byte = (images[image * field.imageWords + (pixel >> 2u)] >> ((pixel & 3u) * 8u)) & 255u;
  return select(0.0, f32(byte), inside);
}

@compute @workgroup_size(size)
fn warp(@builtin(global_invocation_id) id: vec3<u32>) {
  let slot = id.x / field.imageWords;
  let word = id.x % field.imageWords;
  if (slot >= step.samples) {
    return;
  }
  let draw = draws[slot];
  var bytes = 0u;
  for (var k = 0u; k < 4u; k++) {
    let pixel = word * 4u + k;
    if (pixel >= field.width * field.height) {
      break;
    }
    let x = pixel % field.width;
    let y = pixel / field.width;
    // From the image's centre.
    let cx = f32(x) - f32(field.width - 1u) / 2.0;
    let cy = f32(y) - f32(field.height - 1u) / 2.0;
    var away = vec2<f32>(draw.xx * cx + draw.xy * cy + draw.x0, draw.yx * cx + draw.yy * cy + draw.y0);
    if (field.elastic == 1u) {
      away += displaced(slot, x, y);
    }
    let whole = floor(away);
    let share = away - whole;
    let column = i32(x) + i32(whole.x);
    let row = i32(y) + i32(whole.y);
    let above = mix(ink(draw.image, column, row), ink(draw.image, column + 1, row), share.x);
    let below = mix(ink(draw.image, column, row + 1), ink(draw.image, column + 1, row + 1), share.x);
    bytes |= u32(mix(above, below, share.y) + 0.5) << (k * 8u);
  }
  warped[slot * field.imageWords + word] = bytes;
}
