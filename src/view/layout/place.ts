/** Where a layer's cells lie in its box. */
import { layerGrid, placeGrid, type Grid, type GridPlace } from './grid';
import { layerCount, type NetworkSpec } from '../../model/network';

/** Pixels above and below the output's row, for classes and times. */
const LABELS = 18;
/** Pixels around a grid, for the frames of its outer cells. */
const MARGIN = 2;

export function layerPlace(
  spec: NetworkSpec,
  layer: number,
  width: number,
  height: number,
): { grid: Grid; place: GridPlace } {
  const grid = layerGrid(spec, layer, width / Math.max(1, height));
  const output = layer === layerCount(spec);
  const shape = output ? { ...grid, columns: grid.count, rows: 1 } : grid;
  const top = output ? LABELS : MARGIN;
  const place = placeGrid(shape, width - 2 * MARGIN, height - 2 * top);
  return {
    grid: shape,
    place: { ...place, left: place.left + MARGIN, top: place.top + top },
  };
}
