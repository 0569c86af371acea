/** The `most` items of the highest score, in their order; of equal scores the first. */
export function strongest<T>(items: readonly T[], most: number, score: (item: T) => number): T[] {
  if (items.length <= most) return [...items];
  const scores = items.map(score);
  return [...items.keys()]
    .toSorted((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b)
    .map((n) => items[n]!);
}
