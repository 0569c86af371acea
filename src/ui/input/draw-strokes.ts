/** Strokes as ink on the pad, smooth and sharp at any size. */
import type { Stroke } from '../../data/strokes';

/** Draws strokes over a square of `side` CSS pixels in the current stroke style. */
export function drawStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  side: number,
): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { points, width } of strokes) {
    const first = points[0];
    if (!first) continue;
    context.lineWidth = width * side;
    context.beginPath();
    context.moveTo(first.x * side, first.y * side);
    // Curves through the midpoints, with the points themselves as control points, round off a hand's corners.
    for (let i = 1; i < points.length - 1; i++) {
      const [a, b] = [points[i]!, points[i + 1]!];
      context.quadraticCurveTo(
        a.x * side,
        a.y * side,
        ((a.x + b.x) / 2) * side,
        ((a.y + b.y) / 2) * side,
      );
    }
    const last = points.at(-1)!;
    // A line of no length would not be drawn: a dot is a very short one.
    context.lineTo(last.x * side + (points.length === 1 ? 0.01 : 0), last.y * side);
    context.stroke();
  }
}
