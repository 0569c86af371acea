/** The contributions as a table: sorted, cut to the largest, as CSV. */
import { csv, type Cell } from '../../files/csv';
import type { Contribution } from '../../model/explain';
import type { MapPlace, Place } from '../words/names';

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

/** What the causal spikes behind the first `shown` rows add, so that rows and rest make the sum. */
export function restBelow(
  sorted: readonly Contribution[],
  shown: number,
): { count: number; adds: number } {
  const rest = sorted.slice(shown).filter(({ causal }) => causal);
  return { count: rest.length, adds: rest.reduce((sum, { adds }) => sum + adds, 0) };
}

const COLUMNS = [
  'presynaptic',
  'name',
  'time',
  'multiplicity',
  'weight',
  'adds',
  'causal',
  'dt_dti',
  'dt_dw',
];

/** Where a pixel, a patch or a neuron of a convolution lies. */
export const PLACE_COLUMNS = ['x', 'y', 'channel'];

type Placed = Place & Partial<Pick<MapPlace, 'channel'>>;

/**
 * All contributions with full digits, for a spreadsheet.
 * @param place where a presynaptic neuron lies, and on which map; null: it has no place, and there are no such columns
 */
export function contributionsCsv(
  contributions: readonly Contribution[],
  name: (presynaptic: number) => string,
  place: (presynaptic: number) => Placed | null = () => null,
): string {
  const places = contributions.map((c) => place(c.presynaptic));
  const placed = places.some((p) => p !== null);
  const rows = contributions.map((c, k) => [
    c.presynaptic,
    name(c.presynaptic),
    c.time,
    c.multiplicity,
    c.weight,
    c.adds,
    c.causal ? 1 : 0,
    c.byTime,
    c.byWeight,
    ...(placed ? placeCells(places[k]!) : []),
  ]);
  return csv([...COLUMNS, ...(placed ? PLACE_COLUMNS : [])], rows);
}

/** x, y and channel; empty where there is none. */
export function placeCells(place: Placed | null): Cell[] {
  return place ? [place.x, place.y, place.channel ?? null] : [null, null, null];
}
