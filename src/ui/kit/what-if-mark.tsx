import { Mark } from './mark';
import { useStoreOf, useView } from './session-context';

/** Beside an answer that is a what-if's; nothing without one. */
export function WhatIfMark() {
  const view = useView();
  useStoreOf(view.store, (s) => s.edits);
  return view.derived.whatIf() && <Mark>what if</Mark>;
}
