import { useEffect } from 'react';
import { dialogStore } from '../../view/dialogs';
import { runKey } from '../../view/keys';
import { shortcuts } from '../../view/shortcuts';
import { useView } from '../kit/session-context';
import { isTaken } from '../kit/taken-key';

/** The page's shortcuts, wherever the focus is, unless it is where people type, or a dialog is open. */
export function useShortcuts(): void {
  const view = useView();
  useEffect(() => {
    const table = shortcuts(view);
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTaken(event) || dialogStore.getState().open !== null) return;
      if (runKey(table, event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [view]);
}
