/** MNIST for dense networks: float32 pixels in [0, 1], read once a page. */
import { loadMnist } from '../../src/data/mnist';

/** @typedef {{ count: number, pixels: Float32Array, labels: Int32Array }} DenseSet */

/** @returns {Promise<DenseSet>} [count, 784] pixels, [count] labels */
async function load(role) {
  const { count, images, labels } = await loadMnist(role, { base: document.baseURI });
  return {
    count,
    pixels: Float32Array.from(images, (byte) => byte / 255),
    labels: Int32Array.from(labels),
  };
}

export async function loadBoth() {
  const [train, test] = await Promise.all([load('train'), load('test')]);
  return { train, test };
}
