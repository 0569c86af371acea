// What the kernels of distorted images share: the grid of the elastic field, and what was drawn for an image
// (src/engine/gpu/stages/distorter.ts writes both).

struct Field {
  width: u32, height: u32, imageWords: u32, elastic: u32,
  columns: u32, rows: u32, radiusAcross: u32, radiusDown: u32,
  strengthX: f32, @size(12) strengthY: f32,
}

struct Draw {
  image: u32, a: u32, b: u32, c: u32,
  skip: u32, xx: f32, xy: f32, yx: f32,
  yy: f32, x0: f32, y0: f32,
}
