/** Milliseconds after which a page that was just opened is no longer busy with itself. */
const SETTLED = 4000;

/** Resolves when the browser has nothing to do, some seconds from now. */
export function idle(page: Window): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      // Safari has no such callback.
      if ('requestIdleCallback' in page) page.requestIdleCallback(() => resolve());
      else resolve();
    }, SETTLED);
  });
}
