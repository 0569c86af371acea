// Elastic distortions (model.md): noise becomes a smooth field under a Gaussian, first across, then `down`.
//
//   taps      [2 radiusAcross + 1 + 2 radiusDown + 1]   the Gaussian across, then down; each of sum 1
//   rough     [slots, rows, columns] vec2
//   smoothed  [slots, rows, columns] vec2
//
// One thread takes one cell. Beyond the grid is no noise.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> field: Field;
@group(1) @binding(1) var<storage, read> taps: array<f32>;
@group(1) @binding(2) var<storage, read> rough: array<vec2<f32>>;
@group(1) @binding(3) var<storage, read_write> smoothed: array<vec2<f32>>;

override size: u32 = 64;
override down: bool = false;

@compute @workgroup_size(size)
fn blur(@builtin(global_invocation_id) id: vec3<u32>) {
  let cells = field.columns * field.rows;
  let slot = id.x / cells;
  let cell = id.x % cells;
  if (slot >= step.samples) {
    return;
  }
  let place = select(cell % field.columns, cell / field.columns, down);
  let length = select(field.columns, field.rows, down);
  let radius = select(field.radiusAcross, field.radiusDown, down);
  let stride = select(1u, field.columns, down);
  let middle = select(0u, 2u * field.radiusAcross + 1u, down) + radius - place;
  let start = slot * cells + cell - place * stride;
  var sum = vec2<f32>(0);
  for (var c = max(place, radius) - radius; c <= min(place + radius, length - 1u); c++) {
    sum += taps[middle + c] * rough[start + c * stride];
  }
  smoothed[id.x] = sum;
}
