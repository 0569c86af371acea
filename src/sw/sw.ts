/**
 * The page's service worker: the page opens without a network, and has threads on hosts that send no headers for it.
 *
 * A new version takes over as soon as it is installed whole. Pages that are open go on with the files of their own version, which stay
 * until no page of an earlier one is open; the next page that is opened is the new one.
 */
import { kept } from './kept';
import type { Keep, OtherVersion } from './messages';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  // The first time threads wait for it: what is to be kept is fetched later, when the page is at rest.
  if (self.registration.active) {
    event.waitUntil(kept.install(event).then(() => self.skipWaiting()));
  }
});

// Not waited for: it took Firefox 153 about a minute, and until this script is active the page waits for every answer.
self.addEventListener('activate', () => void self.clients.claim());

kept.answer();

self.addEventListener('message', (event) => {
  const message = event.data as Keep | undefined;
  if (message?.type === 'keep') event.waitUntil(keep(event, message));
});

async function keep(event: ExtendableMessageEvent, { entry, loaded }: Keep): Promise<void> {
  if (!kept.has(entry)) {
    event.source?.postMessage({ type: 'other-version' } satisfies OtherVersion);
    return;
  }
  await kept.fill(event, loaded);
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length === 1) await kept.tidy(event);
}
