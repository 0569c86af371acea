/**
 * Trains from new weights until the test set is answered well enough. Only training is timed: everybody evaluates after
 * the same images, so the time of it would say more about the chunk than about who trains.
 *
 * @param {Awaited<ReturnType<typeof import('./contender.mjs').openPage>>} page an opened contender
 * @param {{ goal: number, chunk: number, most: number }} limits share of the test set; images between evaluations;
 *   images after which it is given up
 * @returns {Promise<{ seconds: number | null, images: number, accuracy: number }>}
 */
export async function secondsTo(page, { goal, chunk, most }) {
  let seconds = 0;
  let images = 0;
  let accuracy = 0;
  while (images < most) {
    const part = await page.train(chunk);
    seconds += part.seconds;
    images += part.images;
    accuracy = await page.accuracy();
    if (accuracy >= goal) return { seconds, images, accuracy };
  }
  return { seconds: null, images, accuracy };
}
