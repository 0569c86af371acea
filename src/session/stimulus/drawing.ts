/**
 * From strokes to what the network sees: rasterised, then normalised as MNIST was; while a pen moves, only what it adds is
 * rasterised. A network of points sees one point, the one set last: where the last stroke ends.
 */
import { normalise } from '../../data/normalise';
import { isPointSize, pointImage, POINT_SIZE } from '../../data/points/point';
import { createDrawing, DRAWING_SIDE, type Stroke } from '../../data/strokes';

export function createDrawingImage() {
  const drawing = createDrawing();
  let drawn: Stroke[] = [];

  /** Whether `next` is `drawn` with points added to its last stroke, or with a stroke more. */
  function grows(next: Stroke[]): boolean {
    const last = drawn.length - 1;
    if (last < 0 || next.length < drawn.length) return false;
    for (let s = 0; s < last; s++) if (next[s] !== drawn[s]) return false;
    const [a, b] = [drawn[last]!, next[last]!];
    const end = a.points.length - 1;
    return (
      a === b ||
      (a.width === b.width && end >= 0 && b.points.length > end && a.points[end] === b.points[end])
    );
  }

  return (strokes: Stroke[], width: number, height: number): Uint8Array<ArrayBuffer> => {
    if (isPointSize({ width, height })) return pointImageOf(strokes);
    const growing = grows(strokes);
    if (!growing) drawing.clear();
    const known = growing ? drawn.length - 1 : -1;
    strokes.forEach((stroke, s) => {
      if (s < known) return;
      const from = s === known ? Math.max(0, drawn[s]!.points.length - 1) : 0;
      drawing.stroke(stroke, from);
    });
    drawn = strokes.map(({ points, width: pen }) => ({ points: [...points], width: pen }));
    return normalise(drawing.pixels, DRAWING_SIDE, DRAWING_SIDE, width, height);
  };
}

/** On the pad y grows downwards, in the plane upwards. */
function pointImageOf(strokes: Stroke[]): Uint8Array<ArrayBuffer> {
  const place = strokes.at(-1)?.points.at(-1);
  return place ? pointImage({ x: place.x, y: 1 - place.y }) : new Uint8Array(POINT_SIZE.width);
}
