import type { PlotPoint } from './series';

/** The most points of a line, however wide the plot. */
const MOST = 300;

/** How many points of a line a plot of this width (CSS pixels) shows: one a pixel. */
export const mostPoints = (width: number) => Math.max(4, Math.min(MOST, Math.floor(width)));

/**
 * At most `most` (4 or more) of the points, in their order: the first, the last, and of each stretch between them the lowest and
 * the highest, so that no peak is lost.
 */
export function thinned(points: readonly PlotPoint[], most: number): readonly PlotPoint[] {
  if (points.length <= most) return points;
  const inner = points.length - 2;
  const stretches = Math.floor((most - 2) / 2);
  const kept = [points[0]!];
  for (let i = 0; i < stretches; i++) {
    const from = 1 + Math.floor((i * inner) / stretches);
    const to = 1 + Math.floor(((i + 1) * inner) / stretches);
    let [low, high] = [from, from];
    for (let j = from + 1; j < to; j++) {
      if (points[j]!.y < points[low]!.y) low = j;
      if (points[j]!.y > points[high]!.y) high = j;
    }
    kept.push(points[Math.min(low, high)]!);
    if (low !== high) kept.push(points[Math.max(low, high)]!);
  }
  kept.push(points[points.length - 1]!);
  return kept;
}
