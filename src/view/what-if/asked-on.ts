/** On what a what-if was asked: by that undo knows whether it came before or after a stroke. */
import type { Edit } from '../../model/explain-what-if';
import type { View } from '../view';

/** The sample, picture or drawing looked at; undo and redo of strokes bring the same one back. */
function lookedAt({ session }: View): object {
  const { sample, picture, strokes } = session.stimulus.store.getState();
  return sample ?? picture ?? strokes;
}

/** What the view keeps of a what-if that is asked now, with what it has of those that are there or can be brought back. */
export function askedOn(view: View, edit: Edit): { askedOn: ReadonlyMap<Edit, object> } {
  const { edits, askedOn: before } = view.store.getState();
  const kept = edits.flatMap((e) => (before.has(e) ? [[e, before.get(e)!] as const] : []));
  return { askedOn: new Map([...kept, [edit, lookedAt(view)]]) };
}

/** Whether a what-if was asked on what is looked at now: it came after the last stroke. */
export const isAskedHere = (view: View, edit: Edit | undefined): boolean =>
  edit !== undefined && view.store.getState().askedOn.get(edit) === lookedAt(view);
