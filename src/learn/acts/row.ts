/** A row of the table of acts: what "show me" does, through the page's own actions. */
import type { Args, ValuesOf } from '../args';
import type { View } from '../../view/view';

export interface ActRow<A extends Args = Args> {
  /** What it does, for teachers: the line of the table in docs/lessons.md. */
  says: string;
  args: A;
  run: (args: ValuesOf<A>, view: View) => void | Promise<void>;
}

export const act = <A extends Args>(row: ActRow<A>): ActRow<A> => row;
