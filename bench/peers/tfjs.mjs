/** TensorFlow.js: a dense network trained by `fit`, its own loop. */
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential, initializers } from '@tensorflow/tfjs-layers';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import simdUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url';

const INPUTS = 784;
const CLASSES = 10;

/**
 * @param {{ backend: string, threads?: number, hidden: number[], batch: number, rate: number }} order
 * @param {{ train: import('./data.mjs').DenseSet, test: import('./data.mjs').DenseSet }} data
 */
export async function openTensorFlow({ backend, threads, hidden, batch, rate }, { train, test }) {
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
  const sizes = [...hidden, CLASSES];
  for (const [n, units] of sizes.entries()) {
    model.add(
      layers.dense({
        units,
        activation: n < hidden.length ? 'relu' : 'softmax',
        kernelInitializer: initializers.glorotUniform({ seed: n + 1 }),
        ...(n === 0 && { inputShape: [INPUTS] }),
      }),
    );
  }
  model.compile({
    optimizer: tf.train.adam(rate),
    loss: 'sparseCategoricalCrossentropy',
  });
  const xs = tf.tensor2d(train.pixels, [train.count, INPUTS]);
  const ys = tf.tensor1d(Float32Array.from(train.labels));
  const testXs = tf.tensor2d(test.pixels, [test.count, INPUTS]);

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
      const scores = tf.tidy(() => model.predict(tf.tensor2d(pixels, [1, INPUTS])));
      const found = await scores.data();
      scores.dispose();
      return found.indexOf(Math.max(...found));
    },
  };
}
