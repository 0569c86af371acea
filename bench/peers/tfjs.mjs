/** TensorFlow.js: a network of ReLUs, convolutions first, trained by `fit`, its own loop. */
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential, initializers } from '@tensorflow/tfjs-layers';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import simdUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';
import './tfjs-filter-gradient.mjs';

const SIDE = 28;
/** Of an image: one channel. */
const SHAPE = [SIDE, SIDE, 1];
const CLASSES = 10;

/**
 * @param {{ backend: string, threads?: number, convolutions?: import('../../src/model/network').Convolution[],
 *   hidden: number[], batch: number, rate: number }} order
 * @param {{ train: import('./data.mjs').DenseSet, test: import('./data.mjs').DenseSet }} data
 */
export async function openTensorFlow(
  { backend, threads, convolutions = [], hidden, batch, rate },
  { train, test },
) {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
  });
  // By itself it takes half the cores.
  if (threads) setThreadsCount(threads);
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} here`);
  await tf.ready();
  const model = sequential();
  for (const [n, { channels, kernel, stride }] of convolutions.entries()) {
    model.add(
      layers.conv2d({
        filters: channels,
        kernelSize: kernel,
        strides: stride,
        activation: 'relu',
        kernelInitializer: initializers.glorotUniform({ seed: 100 + n }),
        ...(n === 0 && { inputShape: SHAPE }),
      }),
    );
  }
  model.add(layers.flatten(convolutions.length === 0 ? { inputShape: SHAPE } : {}));
  const sizes = [...hidden, CLASSES];
  for (const [n, units] of sizes.entries()) {
    model.add(
      layers.dense({
        units,
        activation: n < hidden.length ? 'relu' : 'softmax',
        kernelInitializer: initializers.glorotUniform({ seed: n + 1 }),
      }),
    );
  }
  model.compile({
    optimizer: tf.train.adam(rate),
    loss: 'sparseCategoricalCrossentropy',
  });
  const imagesOf = (pixels, count) => tf.tensor4d(pixels, [count, ...SHAPE]);
  const xs = imagesOf(train.pixels, train.count);
  const ys = tf.tensor1d(Float32Array.from(train.labels));
  const testXs = imagesOf(test.pixels, test.count);

  return {
    label: `TensorFlow.js ${tf.version_core} ${tf.getBackend()}`,
    async train(first, images) {
      const part = tf.slice(xs, first, images);
      const labels = tf.slice(ys, first, images);
      await model.fit(part, labels, { batchSize: batch, epochs: 1, verbose: 0 });
      tf.dispose([part, labels]);
    },
    async accuracy() {
      const answers = tf.tidy(() => tf.argMax(model.predict(testXs, { batchSize: 1000 }), 1));
      const found = await answers.data();
      answers.dispose();
      return found.filter((answer, n) => answer === test.labels[n]).length / test.count;
    },
    async classify(pixels) {
      const scores = tf.tidy(() => model.predict(imagesOf(pixels, 1)));
      const found = await scores.data();
      scores.dispose();
      return found.indexOf(Math.max(...found));
    },
  };
}
