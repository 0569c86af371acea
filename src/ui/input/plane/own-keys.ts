/** Keys by which own points are laid, on the plane and on the bar below it. */
import type { KeyboardEvent } from 'react';
import { RANGES } from '../../../model/ranges';
import type { PlanePoint } from '../../../data/points/point';
import { runKey, type KeyCommand } from '../../../view/keys';
import { ownEditorOf, type OwnEditor } from '../../../view/plane/own-editor';
import type { View } from '../../../view/view';

/** Classes that own points can have. */
export const OWN_LABELS = Array.from({ length: RANGES.pointClasses.range[1] }, (_, label) => label);

function choices(own: OwnEditor): KeyCommand[] {
  return OWN_LABELS.map((label) => ({ keys: [String(label)], run: () => own.choose(label) }));
}

/** @param point where Enter lays a point; without, Enter is the button's that has the focus */
function laying(own: OwnEditor, point: (() => PlanePoint | null) | undefined): KeyCommand[] {
  const table: KeyCommand[] = [
    { keys: ['Escape'], run: () => own.choose(null) },
    { keys: ['c'], run: own.clear },
    { keys: ['z'], ctrl: true, repeats: true, run: own.undo },
    { keys: ['z'], shift: true, ctrl: true, repeats: true, run: own.redo },
    { keys: ['y'], ctrl: 'needed', repeats: true, run: own.redo },
  ];
  if (!point) return table;
  const lay = (): void => {
    const at = point();
    if (!at) return;
    own.start(at);
    own.end();
  };
  return [...table, { keys: ['Enter'], run: lay }];
}

/** Handles keys where own points are on the page: whether one was of these. @param point as of `laying` */
export function ownKeys(view: View, point?: () => PlanePoint | null) {
  const own = ownEditorOf(view);
  const [always, whileLaying] = [choices(own), laying(own, point)];
  return (event: KeyboardEvent): boolean => {
    if (view.session.data.store.getState().points?.set !== 'own') return false;
    const lays = own.store.getState().pen !== null;
    if (!runKey(lays ? [...always, ...whileLaying] : always, event.nativeEvent)) return false;
    // The page's own shortcuts use these keys elsewhere.
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
}
