/** In the page: one peer, driven by bench/lib/contender.mjs. */
import { timeGroups } from '../lib/time-groups.mjs';
import { loadBoth } from './data.mjs';

let peer;
let data;
/** Where in the training set the next images are: MNIST lies there in no order, so a window is as good as a draw. */
let cursor = 0;

globalThis.contender = {
  /** @returns {Promise<string>} what people call it */
  async open(order) {
    data = await loadBoth();
    peer =
      order.peer === 'tfjs'
        ? await (await import('./tfjs.mjs')).openTensorFlow(order, data)
        : await (await import('./jax.mjs')).openJax(order, data);
    peer.batch = order.batch;
    return peer.label;
  },

  /** Trains on the next `images` images, shuffled, in whole batches. @returns what was trained and the seconds it took */
  async train(images) {
    if (cursor + images > data.train.count) cursor = 0;
    const count = images - (images % peer.batch);
    const start = performance.now();
    await peer.train(cursor, count);
    cursor += images;
    return { images: count, seconds: (performance.now() - start) / 1000 };
  },

  /** @returns {Promise<number>} share of the test set answered correctly */
  accuracy: () => peer.accuracy(),

  /** @returns {Promise<number[]>} milliseconds an image, from its pixels to its class, one at a time, in groups */
  classify: (groups) =>
    timeGroups(groups, (n) => peer.classify(data.test.pixels.slice(n * 784, (n + 1) * 784))),
};
