/** The contributions as a table: sorted, cut to the largest, as CSV. */
import type { Contribution } from '../../model/explain';

export type Column = 'name' | 'time' | 'multiplicity' | 'weight' | 'adds' | 'byTime' | 'byWeight';

export interface SortBy {
  column: Column;
  /** 1 ascending, -1 descending. */
  direction: 1 | -1;
}

/** Rows shown until all are asked for. */
export const TOP = 8;

/** Contributions are sorted by size, whatever their sign; everything else by value. */
export function sortContributions(
  contributions: readonly Contribution[],
  { column, direction }: SortBy,
): Contribution[] {
  const key = (c: Contribution): number => {
    switch (column) {
      case 'name':
        return c.presynaptic;
      case 'adds':
        return Math.abs(c.adds);
      case 'time':
      case 'multiplicity':
      case 'weight':
      case 'byTime':
      case 'byWeight':
        return c[column];
    }
  };
  return contributions.toSorted(
    (a, b) => direction * (key(a) - key(b)) || a.presynaptic - b.presynaptic,
  );
}

/** All contributions with full digits, for a spreadsheet. */
export function contributionsCsv(
  contributions: readonly Contribution[],
  name: (presynaptic: number) => string,
): string {
  const head = 'presynaptic,name,time,multiplicity,weight,adds,causal,dt_dti,dt_dw';
  const lines = contributions.map((c) =>
    [
      c.presynaptic,
      `"${name(c.presynaptic)}"`,
      c.time,
      c.multiplicity,
      c.weight,
      c.adds,
      c.causal ? 1 : 0,
      c.byTime,
      c.byWeight,
    ].join(','),
  );
  return [head, ...lines].join('\n');
}
