/** Where each layer lies in the strip below a phone's pad, which shows all of them at a glance. */
import { AXIS_HEIGHT, lanesHeight, type Band } from './bands';

/** Least pixels of a lane, and of a layer. */
const LANE = 7;
const LAYER = 34;

/** The least height of the strip, at which every layer can be told apart. @param sizes neurons a layer, input first */
export function leastStrip(sizes: number[]): number {
  const last = sizes.length - 1;
  return AXIS_HEIGHT + lanesHeight(sizes[last]!, 0, LANE) + last * LAYER;
}

/** The bands of the strip: the outputs' race first, the other layers share the rest alike. @param height pixels for all bands and the axis */
export function stripBands(height: number, sizes: number[]): Band[] {
  const last = sizes.length - 1;
  const most = height - AXIS_HEIGHT - last * LAYER;
  const output = Math.max(
    lanesHeight(sizes[last]!, 0, LANE),
    Math.min(lanesHeight(sizes[last]!, height, LANE), most),
  );
  const each = Math.max(LAYER, Math.floor((height - AXIS_HEIGHT - output) / last));
  return sizes.map((_, layer) => ({
    layer,
    top: layer * each,
    height: layer === last ? output : each,
  }));
}
