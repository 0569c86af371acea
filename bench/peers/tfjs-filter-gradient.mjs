/**
 * TensorFlow.js 4.22 has no gradient of a convolution's filter on WebAssembly: `fit` ends there with "Kernel 'Conv2DBackpropFilter' not
 * registered". Here it is put together from what the backend has, as people do who need it: the patches, side by side, times the
 * gradient of what was made of them.
 */
import * as tf from '@tensorflow/tfjs-core';

tf.registerKernel({
  kernelName: 'Conv2DBackpropFilter',
  backendName: 'wasm',
  kernelFunc: ({ inputs: { x, dy }, attrs: { strides, filterShape } }) =>
    tf.tidy(() => {
      const [rows, columns, before, after] = filterShape;
      const [down, across] = Array.isArray(strides) ? strides : [strides, strides];
      const [batch, height, width] = dy.shape;
      const patches = [];
      for (let r = 0; r < rows; r++) {
        for (let c = 0; c < columns; c++) {
          const end = [batch, r + (height - 1) * down + 1, c + (width - 1) * across + 1, before];
          patches.push(tf.stridedSlice(x, [0, r, c, 0], end, [1, down, across, 1]));
        }
      }
      const places = batch * height * width;
      const flat = tf.reshape(tf.concat(patches, 3), [places, rows * columns * before]);
      const gradient = tf.matMul(flat, tf.reshape(dy, [places, after]), true, false);
      return tf.reshape(gradient, filterShape);
    }),
});
