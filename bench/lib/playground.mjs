/** The real page, as a person opens it, by its data-testid marks. */

/**
 * Opens the page in a context of its own: nothing is cached, nothing is remembered.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} address
 */
export async function openPlayground(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // It fetches the rest of the page while others are timed, and only at the first visit.
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript(record);
  await page.goto(address);
  return page;
}

/** Back to new weights, then trains; resolves when the first steps are made. */
export async function trainAnew(page) {
  await page.getByTestId('train-reset').click();
  await page.getByTestId('train-run').click();
  await page.waitForFunction(() => globalThis.seen.some(({ step }) => step > 0), null, LONG);
}

/** The marks' readings so far: milliseconds since the page was opened, step, images a second, test accuracy in percent. */
export const readings = (page) => page.evaluate(() => globalThis.seen);

/** When the rasters of all layers were drawn anew, in milliseconds since the page was opened. */
export const refreshes = (page) => page.evaluate(() => globalThis.refreshes);

export const LONG = { timeout: 300_000, polling: 50 };

/** In the page: reads the marks ten times a second, which costs next to nothing. */
function record() {
  globalThis.seen = [];
  globalThis.refreshes = [];
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName('raster-drawn')) {
      globalThis.refreshes.push(startTime);
    }
  }).observe({ entryTypes: ['mark'] });
  const number = (mark) => {
    const text = document.querySelector(`[data-testid="${mark}"]`)?.textContent ?? '';
    const value = Number.parseFloat(text.replaceAll(/[^\d.]/g, ''));
    return Number.isNaN(value) ? null : value;
  };
  setInterval(() => {
    globalThis.seen.push({
      at: performance.now(),
      step: number('training-step'),
      imagesPerSecond: number('images-per-second'),
      accuracy: number('test-accuracy'),
    });
  }, 100);
}
