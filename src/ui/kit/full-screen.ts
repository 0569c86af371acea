/**
 * The panel that fills the screen lies over the page, which fills the screen: were the panel itself the browser's full-screen
 * element, no dialog and no sheet would be seen over it. Where a browser refuses, the panel fills the window.
 */
import { fullPanelStore, leaveFullPanel } from '../../view/full-panel';
import type { Session } from '../../session/session';

const REFUSED =
  'The browser does not let this page have the whole screen: the panel fills the window instead. F or Escape puts it back.';

/** Follows the view's choice; returns what ends that. */
export function watchFullScreen({ messages }: Session): () => void {
  const root = document.documentElement;
  let full = false;
  const refused = () => {
    if (full) messages.note(REFUSED, { topic: 'full-screen' });
  };
  const look = () => {
    const now = fullPanelStore.getState().full !== null;
    if (now === full) return;
    full = now;
    if (!full) {
      messages.settle('full-screen');
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    } else if ('requestFullscreen' in root) root.requestFullscreen().catch(refused);
    else refused();
  };
  // The browser's own Escape leaves as ours does.
  const changed = () => {
    if (!document.fullscreenElement) leaveFullPanel();
  };
  look();
  const stop = fullPanelStore.subscribe(look);
  document.addEventListener('fullscreenchange', changed);
  return () => {
    stop();
    document.removeEventListener('fullscreenchange', changed);
    leaveFullPanel();
  };
}
