/** One undo for strokes and what-ifs: what was done last goes first. */
import type { View } from '../view';
import { redoEdit, undoEdit } from './what-if';

/** Whether the input is still that on which the last what-if was asked, or taken back: it came after the last stroke. */
function whatIfIsLatest({ store, session }: View): boolean {
  return store.getState().askedOn === session.stimulus.store.getState().image;
}

export function undoLatest(view: View): void {
  if (view.store.getState().edits.length > 0 && whatIfIsLatest(view)) undoEdit(view);
  else view.session.stimulus.undo();
}

export function redoLatest(view: View): void {
  if (view.store.getState().undone.length > 0 && whatIfIsLatest(view)) redoEdit(view);
  else view.session.stimulus.redo();
}
