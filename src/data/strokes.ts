/** Pen strokes to a grey image without a canvas, so that a worker and Node draw as the page does. */

/** A point in units of the pad's side: (0, 0) is its upper left corner, (1, 1) its lower right. */
export interface Point {
  x: number;
  y: number;
}

/** A polyline drawn with a round pen; one point alone is a dot. */
export interface Stroke {
  points: Point[];
  /** Diameter of the pen in units of the pad's side. */
  width: number;
}

/** Whether a point lies on a stroke, or within `reach` of its edge; in units of the pad's side. */
export function touches({ points, width }: Stroke, at: Point, reach: number): boolean {
  const near = width / 2 + reach;
  return points.some((from, i) => distance(from, points[i + 1] ?? from, at) <= near);
}

/** Of a point to the way between two others. */
function distance(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [px, py] = [x - from.x, y - from.y];
  const lengthSquared = dx * dx + dy * dy;
  const along =
    lengthSquared > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared)) : 0;
  return Math.hypot(px - along * dx, py - along * dy);
}

/** Pixels a side of a drawing: 5 a pixel of MNIST. */
export const DRAWING_SIDE = 140;
/** A pen as MNIST's: about 2.5 of 28 pixels, on a digit that fills 20 of them. */
export const DEFAULT_PEN = 0.09;

/** A drawing that grows: adding to a stroke costs only the new piece, so it keeps up with a moving pen. */
export interface Drawing {
  readonly side: number;
  /** [side, side] bytes, 0 paper to 255 ink; the drawing's own buffer. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  clear(): void;
  /** Inks the way from `from` to `to` (the same point twice for a dot) with a round pen. */
  line(from: Point, to: Point, width: number): void;
  /** Inks the pieces of a stroke that begin at point `first` or later. */
  stroke(stroke: Stroke, first?: number): void;
}

/**
 * The edge is antialiased by the distance to the segment: full ink half a pixel inside the pen's radius, none half a pixel
 * outside. Overlapping pieces take the darker ink, so redrawing changes nothing.
 */
export function createDrawing(side = DRAWING_SIDE): Drawing {
  const pixels = new Uint8Array(side * side);

  const line = (from: Point, to: Point, width: number): void => {
    const reach = (width * side) / 2 + 0.5;
    // A pixel's centre lies at its index + 0.5.
    const [ax, ay] = [from.x * side - 0.5, from.y * side - 0.5];
    const [dx, dy] = [(to.x - from.x) * side, (to.y - from.y) * side];
    const lengthSquared = dx * dx + dy * dy;
    const left = Math.max(0, Math.ceil(Math.min(ax, ax + dx) - reach));
    const right = Math.min(side - 1, Math.floor(Math.max(ax, ax + dx) + reach));
    const top = Math.max(0, Math.ceil(Math.min(ay, ay + dy) - reach));
    const bottom = Math.min(side - 1, Math.floor(Math.max(ay, ay + dy) + reach));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const [px, py] = [x - ax, y - ay];
        const along =
          lengthSquared > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSquared)) : 0;
        const [ox, oy] = [px - along * dx, py - along * dy];
        const distance = Math.sqrt(ox * ox + oy * oy);
        const ink = Math.round(255 * Math.min(1, reach - distance));
        const at = y * side + x;
        if (ink > pixels[at]!) pixels[at] = ink;
      }
    }
  };

  return {
    side,
    pixels,
    clear: () => void pixels.fill(0),
    line,
    stroke({ points, width }, first = 0) {
      if (points.length === 1 && first === 0) line(points[0]!, points[0]!, width);
      for (let i = Math.max(first, 0); i + 1 < points.length; i++) {
        line(points[i]!, points[i + 1]!, width);
      }
    },
  };
}

/** All strokes on fresh paper: [side, side] bytes. */
export function drawStrokes(strokes: Stroke[], side = DRAWING_SIDE): Uint8Array<ArrayBuffer> {
  const drawing = createDrawing(side);
  for (const stroke of strokes) drawing.stroke(stroke);
  return drawing.pixels;
}
