/** The name that was meant, where one is near what was written; null where none is. */

/** Letters to be added, taken away or changed (Levenshtein 1966), by one row of the table at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

export function closest(written: string, names: readonly string[]): string | null {
  if (written.length > 60) return null;
  const near = names
    .map((name) => ({ name, far: distance(written.toLowerCase(), name) }))
    .toSorted((a, b) => a.far - b.far)[0];
  return near && near.far <= Math.max(1, written.length / 2.5) ? near.name : null;
}
