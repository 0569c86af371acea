/** A page that trains: ours (bench/app) or a peer's (bench/peers). Both answer to the same `globalThis.contender`. */

/** Minutes after which a call counts as hung: no call takes that long, not even an epoch on a slow engine. */
const LIMIT = 15;

/** MNIST's training images: every time is scaled to an epoch of all of them. */
export const MNIST = 60_000;

/**
 * Opens a page of its own.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} address
 */
export async function openPage(browser, address) {
  // A context each, so that no page profits from another's cache.
  const context = await browser.newContext();
  const page = await context.newPage();
  let fail;
  const failed = new Promise((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  page.on('crash', () => fail(new Error('The page crashed.')));
  page.on('pageerror', (error) => fail(error));
  await page.goto(address);
  await page.waitForFunction('globalThis.contender');
  /** Calls a method of the page's contender. */
  async function call(name, argument) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`"${name}" did not end within ${LIMIT} minutes.`)),
        LIMIT * 60_000,
      );
    });
    const work = page.evaluate(([n, a]) => globalThis.contender[n](a), [name, argument]);
    try {
      return await Promise.race([failed, late, work]);
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    page,
    /** Makes it ready to train. @returns {Promise<string>} what people call it */
    open: (order) => call('open', order),
    /** Ours: back to new weights. */
    restart: () => call('restart'),
    /** Trains on `images` images. @returns {Promise<{ images: number, seconds: number }>} */
    train: (images) => call('train', images),
    /** @returns {Promise<number>} share of the test set */
    accuracy: () => call('accuracy'),
    /** Classifies one image after the other. @returns {Promise<number[]>} milliseconds an image, a number a group */
    classify: (groups) => call('classify', groups),
    /** Ours: trains and returns the engine's reports. */
    reports: (images) => call('reports', images),
    /** Ours: maps over the plane, by an engine of their own. @returns {Promise<{ label: string, times: number[] }>} milliseconds a call */
    maps: (order) => call('maps', order),
    /** Ours, clocked. @returns {Promise<Record<string, number>>} milliseconds a step, a stage */
    stages: (steps) => call('stages', steps),
    /** Ours: one thread, two, and two engines at once, in turn. @returns {Promise<number[][]>} seconds a step, [way, turn] */
    turns: (order) => call('turns', order),
    close: () => context.close(),
  };
}

/**
 * Seconds an epoch of MNIST, scaled from `images` images at the beginning of a run.
 * The first steps are not measured: that is where code is compiled.
 */
export async function epochSeconds(contender, { images, batch, ours }) {
  await contender.train(Math.min(images, 100 * batch, Math.max(1280, 2 * batch)));
  if (ours) await contender.restart();
  const { images: seen, seconds } = await contender.train(images);
  return (seconds * MNIST) / seen;
}

/** Synaptic weights of 784-...-10. */
export function weightCount(hidden) {
  const sizes = [784, ...hidden, 10];
  return sizes.slice(1).reduce((sum, size, l) => sum + size * sizes[l], 0);
}
