/** The ink of curves: no two lines of a chart are told apart by their colour alone. */

/** Ink of a line: a token of the theme, and a dash so that colour never says it alone. */
export interface Stroke {
  color: string;
  dash?: string;
  width: number;
}

export const FIRST: Stroke = { color: 'var(--ink)', width: 2 };
export const SECOND: Stroke = { color: 'var(--soft)', dash: '2 2', width: 1 };
export const LAYERS: Stroke[] = [
  { color: 'var(--soft)', dash: '1 3', width: 1.5 },
  { color: 'var(--ink)', width: 1.75 },
  { color: 'var(--inhibitory)', dash: '6 2', width: 1.75 },
  { color: 'var(--excitatory)', dash: '6 2 1 2', width: 1.75 },
  { color: 'var(--ink)', dash: '8 3', width: 1.25 },
];
export const OUTPUT: Stroke = { color: 'var(--good)', dash: '3 2', width: 1.75 };
/** Strokes of the runs laid over this one, in the order in which they are chosen. */
export const OVERLAYS: Stroke[] = [
  { color: 'var(--inhibitory)', dash: '6 3', width: 1.5 },
  { color: 'var(--excitatory)', dash: '2 2', width: 1.5 },
  { color: 'var(--good)', dash: '8 2 2 2', width: 1.5 },
];
