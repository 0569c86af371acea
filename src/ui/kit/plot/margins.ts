/** Where on a plot its values lie: the drawing and the pointer go by the same places. */
import type { Axis } from './axis';

/** Around the values, in CSS pixels: room for what stands at the axes. */
export interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Labels of axes need a line more. */
export function marginsOf(x: Axis, y: Axis): Margins {
  return {
    top: y.label ? 22 : 6,
    right: x.label ? 12 : 8,
    bottom: x.label ? 32 : 18,
    left: y.label ? 46 : 38,
  };
}

/** The value of a linear x axis at `px`, in CSS pixels from the plot's left edge. @param width of the plot */
export function valueAt(x: Axis, { left, right }: Margins, width: number, px: number): number {
  return x.low + ((px - left) / Math.max(1, width - left - right)) * (x.high - x.low);
}
