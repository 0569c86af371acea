import type { View } from '../../view/view';
import { afterFirstAnswer } from './first-answer';

const offline = afterFirstAnswer(() => import('../offline/start'));

/**
 * Has a service worker keep the page. Not in a frame: what a course page shows is its own affair. What does not come is not missed.
 * @param settled resolves when the page is at rest
 */
export function keepOffline(view: View, settled: Promise<unknown>): void {
  if (!import.meta.env.PROD || self !== top) return;
  void offline().then(
    ({ startOffline }) => startOffline(view, settled),
    () => undefined,
  );
}
