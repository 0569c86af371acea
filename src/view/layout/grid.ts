/** How a layer's neurons are laid out as an image: inputs as pixels or patches, ink and paper and a convolution as maps, others row by row. */
import { gridSize, layerGrids, layerSizes, type NetworkSpec } from '../../model/network';
import type * as Model from '../../model/network';

export interface Grid {
  columns: number;
  rows: number;
  count: number;
  /** One map a channel, `across` of them side by side with a cell between them; missing: one image. */
  maps?: Model.Grid & { across: number };
}

/** @param aspect width to height of the box that maps are to fill */
export function layerGrid(spec: NetworkSpec, layer: number, aspect = 1): Grid {
  const count = layerSizes(spec)[layer]!;
  const maps = layerGrids(spec)[layer];
  if (layer === 0 && maps?.channels === 1) return { columns: maps.columns, rows: maps.rows, count };
  if (maps) return mapsGrid(maps, aspect);
  const columns = Math.ceil(Math.sqrt(count));
  return { columns, rows: Math.ceil(count / columns), count };
}

/** Maps side by side, as many in a row as make the cells largest in a box of this aspect. */
export function mapsGrid(grid: Model.Grid, aspect = 1): Grid {
  let best: Grid | null = null;
  let least = Infinity;
  for (let across = 1; across <= grid.channels; across++) {
    const columns = across * (grid.columns + 1) - 1;
    const rows = Math.ceil(grid.channels / across) * (grid.rows + 1) - 1;
    // The box in cells, by whichever side is short of room.
    const need = Math.max(columns / aspect, rows);
    if (need >= least) continue;
    least = need;
    best = { columns, rows, count: gridSize(grid), maps: { ...grid, across } };
  }
  return best!;
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

/** Column and row of a neuron's cell. */
export function cellOf({ columns, maps }: Grid, neuron: number): { column: number; row: number } {
  if (!maps) return { column: neuron % columns, row: Math.floor(neuron / columns) };
  const channel = neuron % maps.channels;
  const position = Math.floor(neuron / maps.channels);
  return {
    column: (channel % maps.across) * (maps.columns + 1) + (position % maps.columns),
    row: Math.floor(channel / maps.across) * (maps.rows + 1) + Math.floor(position / maps.columns),
  };
}

/** Where a neuron's cell begins, in the box's pixels. */
export function cellCorner(
  grid: Grid,
  { left, top, cell }: GridPlace,
  neuron: number,
): [x: number, y: number] {
  const { column, row } = cellOf(grid, neuron);
  return [left + column * cell, top + row * cell];
}

/** The neuron under a point; null outside, and between maps. */
export function cellAt(
  grid: Grid,
  { left, top, cell }: GridPlace,
  x: number,
  y: number,
): number | null {
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - top) / cell);
  if (column < 0 || column >= grid.columns || row < 0 || row >= grid.rows) return null;
  const { maps } = grid;
  if (!maps) {
    const neuron = row * grid.columns + column;
    return neuron < grid.count ? neuron : null;
  }
  const [across, down] = [maps.columns + 1, maps.rows + 1];
  const channel = Math.floor(row / down) * maps.across + Math.floor(column / across);
  const [mapX, mapY] = [column % across, row % down];
  if (mapX === maps.columns || mapY === maps.rows || channel >= maps.channels) return null;
  return (mapY * maps.columns + mapX) * maps.channels + channel;
}

/** The neuron that an arrow key leads to, or PageUp and PageDown (another map); null where there is none. */
export function neighbour(grid: Grid, neuron: number, key: string): number | null {
  const { maps } = grid;
  const channels = maps?.channels ?? 1;
  const columns = maps?.columns ?? grid.columns;
  const channel = neuron % channels;
  const position = Math.floor(neuron / channels);
  const x = position % columns;
  const to = (p: number, c: number) => {
    const next = p * channels + c;
    return p >= 0 && c >= 0 && c < channels && next < grid.count ? next : null;
  };
  switch (key) {
    case 'ArrowRight':
      return maps && x === columns - 1 ? null : to(position + 1, channel);
    case 'ArrowLeft':
      return maps && x === 0 ? null : to(position - 1, channel);
    case 'ArrowDown':
      return to(position + columns, channel);
    case 'ArrowUp':
      return to(position - columns, channel);
    case 'PageDown':
      return to(position, channel + 1);
    case 'PageUp':
      return to(position, channel - 1);
    default:
      return null;
  }
}
