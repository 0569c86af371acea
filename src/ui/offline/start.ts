/**
 * The service worker, from the page's side: it keeps the page for visits without a network, and lets it have threads where the host
 * sends no headers for them (src/sw). In a file of its own, which comes after the first answer.
 */
import type { Keep, OtherVersion } from '../../sw/messages';
import type { View } from '../../view/view';
import { reloadForThreads } from './for-threads';
import { isServedAnew, sayNewer } from './newer';
import { switchOff } from './switch-off';

/** Milliseconds between two questions whether there is a new version: a page may be open all day. */
const SELDOM = 3_600_000;

/** @param settled resolves when the page is at rest, and has fetched what it fetches ahead: the browser's cache has it from then on */
export async function startOffline(view: View, settled: Promise<unknown>): Promise<void> {
  // The bundler's own event: a script of this page did not come, perhaps since its server has another version now.
  addEventListener('vite:preloadError', () => {
    void isServedAnew().then((anew) => anew && sayNewer(view.session.messages));
  });
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
  if (!serviceWorker) return;
  if (new URLSearchParams(location.search).get('sw') === 'off')
    return switchOff(serviceWorker, settled);

  const before = serviceWorker.controller;
  const controlled = before ? undefined : nextController(serviceWorker);
  const address = new URL('sw.js', document.baseURI);
  const registration = await serviceWorker.register(address, { updateViaCache: 'none' });
  await controlled;
  if (!before && reloadForThreads(view.session.engine)) return;

  const keep = () => serviceWorker.controller?.postMessage(whatToKeep());
  serviceWorker.addEventListener('controllerchange', keep);
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<OtherVersion | undefined>) => {
    if (data?.type !== 'other-version') return;
    void isOnItsWay(registration).then((newer) => newer || sayNewer(view.session.messages));
  });
  askSeldom(registration);
  await settled;
  keep();
}

const nextController = (serviceWorker: ServiceWorkerContainer): Promise<unknown> =>
  new Promise((come) => {
    serviceWorker.addEventListener('controllerchange', come, { once: true });
  });

const whatToKeep = (): Keep => ({
  type: 'keep',
  // Its name has a hash of all that it leads to.
  entry: document.querySelector<HTMLScriptElement>('script[type="module"][src]')!.src,
  loaded: performance.getEntriesByType('resource').map(({ name }) => name),
});

/** Whether a service worker of another version is about to take over: it is asked then. */
async function isOnItsWay(registration: ServiceWorkerRegistration): Promise<boolean> {
  await registration.update().catch(() => undefined);
  return (registration.installing ?? registration.waiting) !== null;
}

function askSeldom(registration: ServiceWorkerRegistration): void {
  let last = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || performance.now() - last < SELDOM) return;
    last = performance.now();
    void registration.update().catch(() => undefined);
  });
}
