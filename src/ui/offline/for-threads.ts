import type { Session } from '../../session/session';

const NAME = 'mt-spike-for-threads';

/**
 * Loads the page again where that gives it threads: the service worker is there now, and sends the headers that the host does not. Not
 * where the graphics processor does the work, not once somebody has touched the page (the next visit has threads from the start), and
 * only once a tab, whatever the browser makes of it.
 *
 * @returns whether the page is about to go
 */
export function reloadForThreads({ store }: Session['engine']): boolean {
  if (crossOriginIsolated || store.getState().kind !== 'cpu') return false;
  if (navigator.hardwareConcurrency < 2) return false;
  const { userActivation } = navigator as { userActivation?: UserActivation };
  if (userActivation?.hasBeenActive !== false || !isFirst()) return false;
  location.reload();
  return true;
}

/** Whether the tab was not loaded for this before; no, where the browser remembers nothing for a tab. */
function isFirst(): boolean {
  try {
    if (sessionStorage.getItem(NAME) !== null) return false;
    sessionStorage.setItem(NAME, 'done');
    return true;
  } catch {
    return false;
  }
}
