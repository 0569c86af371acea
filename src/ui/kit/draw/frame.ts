/** Where things lie on every band's canvas, and what was last drawn there (for the pointer). */
import type { Grid, GridPlace } from '../../../view/layout/grid';
import type { Marks, RowGeometry } from '../../../view/layout/marks';
import type { Rows } from '../../../view/layout/rows';
import type { TimeScale, TimeWindow } from '../../../view/time/time-axis';

/** Pixels left of the plot for the class of a lane, and right of it for the meters. */
export const LABELS = 26;
export const METER = 62;
const METER_GAP = 12;

/** The time scale of a canvas: the same for every layer, since all canvases are equally wide. */
export function scaleOf(canvasWidth: number, window: TimeWindow): TimeScale {
  return { ...window, left: LABELS, width: Math.max(canvasWidth - LABELS - METER, 40) };
}

export function meterPlace(canvasWidth: number): { left: number; width: number } {
  return { left: canvasWidth - METER + METER_GAP, width: METER - METER_GAP - 4 };
}

/** What a band shows. */
export interface Drawn {
  marks: Marks;
  rows: Rows;
  geometry: RowGeometry;
  lanes: boolean;
  /** A convolution drawn as its maps in place of rows. */
  maps?: { grid: Grid; place: GridPlace };
}

/** A layer's band as it was last drawn. */
export type Board = Map<number, Drawn>;
