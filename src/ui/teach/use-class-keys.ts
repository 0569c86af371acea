import { useEffect } from 'react';
import { dialogStore } from '../../view/dialogs';
import { runKey } from '../../view/keys';
import type { Teach } from '../../session/teach/teach';
import { takeDrawing } from '../../view/teach/teaching';
import { useView } from '../kit/session-context';
import { isTaken } from '../kit/taken-key';

/** 1 to 9 take the drawing off the pad as an example of that class, wherever the focus is, unless it is where people type. */
export function useClassKeys(teaching: Teach): void {
  const view = useView();
  useEffect(() => {
    const table = Array.from({ length: 9 }, (_, n) => ({
      keys: [String(n + 1)],
      run() {
        const own = teaching.taught.store.getState().taught.classes[n];
        if (own) takeDrawing(view, teaching, own.id);
      },
    }));
    const onKeyDown = (event: KeyboardEvent) => {
      if (isTaken(event) || dialogStore.getState().open !== null) return;
      if (runKey(table, event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [view, teaching]);
}
