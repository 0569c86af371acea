/** MNIST for dense networks: float32 pixels in [0, 1], read once a page. */
import { loadMnistTest } from '../../src/data/mnist';
import { loadMnistTrain } from '../../src/data/mnist-arriving';

/** @typedef {{ count: number, pixels: Float32Array, labels: Int32Array }} DenseSet */

/** @returns {Promise<DenseSet>} [count, 784] pixels, [count] labels */
async function load(loadSet) {
  const { count, images, labels } = await loadSet({ base: document.baseURI });
  return {
    count,
    pixels: Float32Array.from(images, (byte) => byte / 255),
    labels: Int32Array.from(labels),
  };
}

export async function loadBoth() {
  const [train, test] = await Promise.all([load(loadMnistTrain), load(loadMnistTest)]);
  return { train, test };
}
