// Where a neuron of the grid before a convolution goes (src/engine/gpu/batch/patch-buffers.ts writes Patches). A kernel binds its `patches`.

struct Patches {
  columns: u32, rows: u32, kernel: u32, stride: u32,
  beforeColumns: u32, cell: u32, beforeCapacity: u32, beforeStride: u32,
  beforeQuadStride: u32, stored: u32, capacity: u32, placeStride: u32,
  @size(16) quadStride: u32,
}

/// The patches that hold a neuron, as a rectangle of positions: `high` is beyond.
struct Reach {
  /// The neuron's cell in the grid before, and its place within.
  cell: vec2<u32>,
  inner: u32,
  low: vec2<u32>,
  high: vec2<u32>,
}

fn reachOf(neuron: u32) -> Reach {
  let at = neuron / patches.cell;
  let cell = vec2<u32>(at % patches.beforeColumns, at / patches.beforeColumns);
  let size = vec2<u32>(patches.kernel);
  let low = (max(cell + 1u, size) - size + patches.stride - 1u) / patches.stride;
  let high = min(cell / patches.stride + 1u, vec2<u32>(patches.columns, patches.rows));
  return Reach(cell, neuron % patches.cell, low, high);
}

/// Which element of the patch at `position` the neuron is.
fn elementOf(reach: Reach, position: vec2<u32>) -> u32 {
  let offset = reach.cell - position * patches.stride;
  return (offset.y * patches.kernel + offset.x) * patches.cell + reach.inner;
}
