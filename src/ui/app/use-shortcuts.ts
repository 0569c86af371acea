import { useEffect } from 'react';
import { dialogStore } from '../../view/dialogs';
import { isComposing, runKey } from '../../view/keys';
import { shortcuts } from '../../view/shortcuts';
import { useView } from '../kit/session-context';

/** Elements that take typed text, or whose choice follows typed letters. */
const TYPING = 'input:not([type=checkbox]):not([type=file]), textarea, select, [contenteditable]';
/** Elements that space and Enter activate: the two keys are no shortcuts while one of these has the focus. */
const PRESSED = 'button, a, label, summary, input, [role=radio], [role=tab], [role=slider]';

function taken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return true;
  return [' ', 'Enter'].includes(event.key) && target?.closest(PRESSED) !== null && target !== null;
}

/** The page's shortcuts, wherever the focus is, unless it is where people type, or a dialog is open. */
export function useShortcuts(): void {
  const view = useView();
  useEffect(() => {
    const table = shortcuts(view);
    const onKeyDown = (event: KeyboardEvent) => {
      if (taken(event) || dialogStore.getState().open !== null) return;
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return;
      if (runKey(table, event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [view]);
}
