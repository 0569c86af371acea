/** How a layer's neurons are laid out as an image: input neurons as pixels or patches, others row by row. */
import { layerSizes, patchGrid, type NetworkSpec } from '../../model/network';

export interface Grid {
  columns: number;
  rows: number;
  count: number;
}

export function layerGrid(spec: NetworkSpec, layer: number): Grid {
  const count = layerSizes(spec)[layer]!;
  if (layer === 0) return { ...patchGrid(spec), count };
  const columns = Math.ceil(Math.sqrt(count));
  return { columns, rows: Math.ceil(count / columns), count };
}

export interface GridPlace {
  left: number;
  top: number;
  /** Side of a cell. */
  cell: number;
}

/** The largest grid of square cells in the middle of a box; whole pixels where they are large enough to matter. */
export function placeGrid({ columns, rows }: Grid, width: number, height: number): GridPlace {
  const most = Math.min(width / columns, height / rows);
  const cell = most > 3 ? Math.floor(most) : most;
  return {
    left: Math.floor((width - columns * cell) / 2),
    top: Math.floor((height - rows * cell) / 2),
    cell,
  };
}

/** The neuron under a point; null outside. */
export function cellAt(
  grid: Grid,
  { left, top, cell }: GridPlace,
  x: number,
  y: number,
): number | null {
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - top) / cell);
  if (column < 0 || column >= grid.columns || row < 0) return null;
  const neuron = row * grid.columns + column;
  return neuron < grid.count ? neuron : null;
}
