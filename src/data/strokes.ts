/** A drawing as strokes on the pad; x and y in pad units [0, 1], so that any pad size gives the same drawing. */

export interface StrokePoint {
  x: number;
  y: number;
}

export interface Stroke {
  points: StrokePoint[];
  /** Pen width in pad units. */
  width: number;
}
