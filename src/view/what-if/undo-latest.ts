/** One undo for strokes and what-ifs: what was done last goes first. */
import type { View } from '../view';
import { isAskedHere } from './asked-on';
import { redoEdit, undoEdit } from './what-if';

export function undoLatest(view: View): void {
  const { edits } = view.store.getState();
  const { kind, strokes, past, picture } = view.session.stimulus.store.getState();
  const hasStroke =
    past.length > 0 || (kind === 'sample' && strokes.length > 0) || picture !== null;
  if (edits.length > 0 && (!hasStroke || isAskedHere(view, edits.at(-1)))) undoEdit(view);
  else view.session.stimulus.undo();
}

export function redoLatest(view: View): void {
  const { undone } = view.store.getState();
  const { kind, future } = view.session.stimulus.store.getState();
  const hasStroke = kind === 'drawing' && future.length > 0;
  if (undone.length > 0 && (!hasStroke || isAskedHere(view, undone.at(-1)))) redoEdit(view);
  else view.session.stimulus.redo();
}
