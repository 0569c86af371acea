/**
 * `?sw=off`: no service worker answers for the page any more, and nothing of it is kept.
 * @param settled resolves when the page has fetched what it fetches ahead: until then the service worker keeps it once more
 */
export async function switchOff(
  serviceWorker: ServiceWorkerContainer,
  settled: Promise<unknown>,
): Promise<void> {
  const registration = await serviceWorker.getRegistration(document.baseURI);
  await registration?.unregister();
  await forget();
  await settled;
  await forget();
}

async function forget(): Promise<void> {
  const scope = new URL('./', document.baseURI).href;
  for (const name of await caches.keys()) if (name.endsWith(scope)) await caches.delete(name);
}
