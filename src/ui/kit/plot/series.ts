/** What a plot draws: lines through points. No two are told apart by their colour alone. */
export interface PlotPoint {
  x: number;
  y: number;
  /** For a mark that can be clicked: what `onPick` is given. */
  id?: number;
  label?: string;
}

export interface Series {
  key: string;
  label: string;
  color: string;
  dash?: string | undefined;
  /** In CSS pixels; 1.75 without. */
  width?: number;
  /** In ascending order of x. */
  points: readonly PlotPoint[];
  /** At the points: a dot, or the shape of this series (`shapeOf`); none without. */
  marks?: 'dot' | 'shape' | undefined;
}

/** Outlines of marks around the origin, one a series. */
const SHAPES = [
  'M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0',
  'M-4,-4h8v8h-8z',
  'M0,-5.2L5,3.8H-5z',
  'M0,-5.5L5.5,0L0,5.5L-5.5,0z',
  'M0,5.2L5,-3.8H-5z',
  'M-1.6,-5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z',
];

export const DOT = 'M-2,0a2,2 0 1,0 4,0a2,2 0 1,0 -4,0';

export const shapeOf = (index: number) => SHAPES[index % SHAPES.length]!;
