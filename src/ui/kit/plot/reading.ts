/** Places of a plot to read its lines at: the values of x that some point has. */
import type { Series } from './series';

/** Ascending, each once. */
export function placesOf(series: readonly Series[]): number[] {
  const all = new Set(series.flatMap(({ points }) => points.map(({ x }) => x)));
  return [...all].toSorted((a, b) => a - b);
}

/** Index of the place nearest to x; -1 without places. */
export function nearest(places: readonly number[], x: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low > 0 && x - places[low - 1]! < places[low]! - x ? low - 1 : high;
}

/** Where a key leads from the place that is read: undefined is the newest, which is read without a choice. */
export function placeAfter(
  key: string,
  places: readonly number[],
  at: number | undefined,
): { at: number | undefined } | null {
  if (key === 'Escape') return at === undefined ? null : { at: undefined };
  const way = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (way === undefined) return null;
  const next = at === undefined ? places.length - 1 : nearest(places, at) + way;
  return { at: places[Math.max(0, Math.min(places.length - 1, next))] };
}
