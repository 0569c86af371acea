/** A row of the table of conditions: what it says, what it is told, and whether it holds at a moment of the page. */
import type { Args, ValuesOf } from '../args';
import type { View } from '../../view/view';
import { timeOf, type Moment } from '../moment';

export interface ConditionRow<A extends Args = Args> {
  /** What holds, for teachers: the line of the table in docs/lessons.md. */
  says: string;
  args: A;
  /** It passes by, as a pointer does: it counts as holding once it has held since the step began. */
  once?: boolean;
  holds: (args: ValuesOf<A>, moment: Moment) => boolean;
}

export const condition = <A extends Args>(row: ConditionRow<A>): ConditionRow<A> => row;

/** Whether a value is there and in [from, to]. */
export const within = (
  value: number | null | undefined,
  from: number = -Infinity,
  to: number = Infinity,
): boolean => value != null && value >= from && value <= to;

/**
 * Whether a time is there and in [from, to], each a time or the decision; never where that is asked for and there is none.
 * @param slack by how much it may lie outside
 */
export function between(
  view: View,
  t: number | null,
  { from, to }: { from?: number | 'decision'; to?: number | 'decision' },
  slack = 0,
): boolean {
  const [low, high] = [from ?? -Infinity, to ?? Infinity].map((at) => timeOf(view, at));
  if (t === null || !(t < Infinity) || low === undefined || high === undefined) return false;
  return t >= low - slack && t <= high + slack;
}
