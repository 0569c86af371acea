/** All acts by name; docs/lessons.md lists them, and is tested against this table. */
import type { ValuesOf } from '../args';
import type { View } from '../../view/view';
import { INPUT_ACTS } from './input';
import type { ActRow } from './row';
import { SPIKE_ACTS } from './spikes';
import { WORK_ACTS } from './work';

export const ACTS = { ...SPIKE_ACTS, ...INPUT_ACTS, ...WORK_ACTS };

type Rows = typeof ACTS;
type ActName = keyof Rows;

export type Act = { [N in ActName]: { readonly act: N } & ValuesOf<Rows[N]['args']> }[ActName];

/** Does them one after the other, for as long as `goesOn` says so. */
export async function perform(
  acts: readonly Act[],
  view: View,
  goesOn: () => boolean = () => true,
): Promise<void> {
  for (const each of acts) {
    if (!goesOn()) return;
    await (ACTS[each.act] as unknown as ActRow).run(each as never, view);
  }
}
