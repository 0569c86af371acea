/** On which side of the decision line its words find room. */

export type Side = 'left' | 'right';

/** The words may reach out over the layers' names. */
const GUTTER = 64;

/** Rasters narrower than this have the words in two lines. */
export const STACKED = 430;

/** Pixels between the line and its words, as in the style sheet. */
export const GAP = 8;

/** About how wide a text of the page's size is. */
export function textWidth(text: string): number {
  return text.length * 6.6;
}

/** Whether words of this width stand on one side of the line at all. */
export function fitsBeside(x: number, width: number, words: number): boolean {
  return words <= Math.max(x - GAP + GUTTER, width - x - GAP);
}

/**
 * What was decided stands before the line, what came too late after it, where there is room; else both on the wider side,
 * and on a page too narrow for both the outcome alone.
 * @param x of the line; @param width of all
 */
export function placeFlag(
  x: number,
  width: number,
  outcome: number,
  rest: number,
): { outcome: Side; rest: Side | 'nowhere' } {
  const left = x - GAP + GUTTER;
  const right = width - x - GAP;
  if (outcome <= left && rest <= right) return { outcome: 'left', rest: 'right' };
  const wider = left > right ? 'left' : 'right';
  const both = outcome + GAP + rest;
  if (both <= Math.max(left, right)) return { outcome: wider, rest: wider };
  const other = wider === 'left' ? 'right' : 'left';
  const narrow = Math.min(left, right);
  return { outcome: wider, rest: rest > 0 && rest <= narrow ? other : 'nowhere' };
}
