/** jax-js: a network of ReLUs, convolutions first; a training step, Adam included, is one `jit` function. */
import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  random,
  tree,
  valueAndGrad,
} from '@jax-js/jax';
import { epochOrder } from '../../src/model/training';

const SIDE = 28;
const CLASSES = 10;
const DECAY = [0.9, 0.999];
const EPSILON = 1e-7;

/**
 * What a convolution looks at, a row a place: [batch, side, side, channels] -> [batch * places, kernel * kernel * channels]. A product of these
 * and the weights takes a sixtieth of the time of jax-js's own convolution and its gradients on WebAssembly. The side is a multiple of the stride.
 */
function patchesOf(x, { kernel, stride }) {
  const [batch, side, , channels] = x.shape;
  const made = Math.floor((side - kernel) / stride) + 1;
  const blocks = x.reshape([batch, side / stride, stride, side / stride, stride, channels]);
  const parts = [];
  for (let row = 0; row < kernel; row++) {
    for (let column = 0; column < kernel; column++) {
      const [down, across] = [Math.floor(row / stride), Math.floor(column / stride)];
      parts.push(
        blocks.ref.slice(
          [],
          [down, down + made],
          row % stride,
          [across, across + made],
          column % stride,
          [],
        ),
      );
    }
  }
  blocks.dispose();
  const patches = np.concatenate(parts, 3);
  return patches.reshape([batch * made ** 2, kernel ** 2 * channels]);
}

/**
 * How images [batch, side, side, 1] become logits. Every use of an array but its last takes a reference: jax-js frees what a function
 * was given.
 */
const forwardOf = (convolutions) => (params, x) => {
  const batch = x.shape[0];
  let side = SIDE;
  for (const [n, { w, b }] of params.entries()) {
    const convolution = convolutions[n];
    const seen = convolution ? patchesOf(x, convolution) : x.reshape([batch, -1]);
    x = np.dot(seen, w).add(b);
    if (n < params.length - 1) x = nn.relu(x);
    if (!convolution) continue;
    side = Math.floor((side - convolution.kernel) / convolution.stride) + 1;
    x = x.reshape([batch, side, side, convolution.channels]);
  }
  return x;
};

const lossOf = (forward) => (params, x, y) => {
  const batch = y.shape[0];
  return nn
    .logSoftmax(forward(params, x))
    .mul(nn.oneHot(y, CLASSES))
    .sum()
    .mul(-1 / batch);
};

/** Adam for one array; `rate` holds the corrections of the step. */
function adam(p, g, m, v, rate) {
  const first = m.mul(DECAY[0]).add(g.ref.mul(1 - DECAY[0]));
  const second = v.mul(DECAY[1]).add(np.square(g).mul(1 - DECAY[1]));
  const step = first.ref.mul(rate).div(np.sqrt(second.ref).add(EPSILON));
  return [p.sub(step), first, second];
}

const stepOf = (loss) =>
  jit(({ params, first, second }, rate, x, y) => {
    const [value, gradients] = valueAndGrad(loss)(tree.ref(params), x, y);
    const next = { params: [], first: [], second: [] };
    for (const n of params.keys()) {
      const layer = { params: {}, first: {}, second: {} };
      for (const name of ['w', 'b']) {
        [layer.params[name], layer.first[name], layer.second[name]] = adam(
          params[n][name],
          gradients[n][name],
          first[n][name],
          second[n][name],
          rate.ref,
        );
      }
      for (const part of ['params', 'first', 'second']) next[part].push(layer[part]);
    }
    rate.dispose();
    return { state: next, value };
  });

/** Uniform weights within Glorot's bounds, biases of zero; a convolution's weights are [kernel * kernel * channels before, channels]. */
function initialise(convolutions, hidden) {
  const layers = [];
  let [side, before] = [SIDE, 1];
  for (const { channels, kernel, stride } of convolutions) {
    const area = kernel ** 2;
    layers.push({ shape: [area * before, channels], ends: area * (before + channels) });
    side = Math.floor((side - kernel) / stride) + 1;
    before = channels;
  }
  let inputs = before * side ** 2;
  for (const units of [...hidden, CLASSES]) {
    layers.push({ shape: [inputs, units], ends: inputs + units });
    inputs = units;
  }
  const keys = random.split(random.key(1), layers.length);
  return layers.map(({ shape, ends }, n) => {
    const bound = Math.sqrt(6 / ends);
    const w = random.uniform(keys.ref.slice(n), shape, { minval: -bound, maxval: bound });
    return { w, b: np.zeros([shape[1]]) };
  });
}

const zeros = (params) =>
  params.map(({ w, b }) => ({ w: np.zeros(w.shape), b: np.zeros(b.shape) }));

/**
 * @param {{ backend: 'wasm' | 'webgpu', convolutions?: import('../../src/model/network').Convolution[], hidden: number[],
 *   batch: number, rate: number }} order
 * @param {{ train: import('./data.mjs').DenseSet, test: import('./data.mjs').DenseSet }} data
 */
export async function openJax(
  { backend, convolutions = [], hidden, batch, rate },
  { train, test },
) {
  const found = await init(backend);
  if (!found.includes(backend)) throw new Error(`jax-js has no ${backend} here`);
  defaultDevice(backend);
  const forward = forwardOf(convolutions);
  const trainStep = stepOf(lossOf(forward));
  const predict = jit(forward);
  const params = initialise(convolutions, hidden);
  let state = { params, first: zeros(params), second: zeros(params) };
  let step = 0;
  let epoch = 0;
  const imagesOf = (pixels, count) => np.array(pixels).reshape([count, SIDE, SIDE, 1]);
  const testXs = imagesOf(test.pixels, test.count);
  const xs = imagesOf(train.pixels, train.count);
  const ys = np.array(train.labels);
  const gather = (images) => {
    const indices = np.array(Int32Array.from(images));
    return [xs.ref.slice(indices.ref), ys.ref.slice(indices)];
  };

  return {
    label: `jax-js ${backend}`,
    async train(first, images) {
      const order = epochOrder(images, 1, epoch++).map((n) => first + n);
      let value;
      for (let from = 0; from + batch <= images; from += batch) {
        step++;
        const corrected = (rate * Math.sqrt(1 - DECAY[1] ** step)) / (1 - DECAY[0] ** step);
        value?.dispose();
        ({ state, value } = trainStep(
          state,
          np.array(corrected),
          ...gather(order.subarray(from, from + batch)),
        ));
        // Yields to the page's event loop, as a real page has to, and keeps a GPU's queue short.
        if (step % 64 === 0) await blockUntilReady(value.ref);
      }
      await blockUntilReady(tree.ref(state));
      value?.dispose();
    },
    async accuracy() {
      const logits = predict(tree.ref(state.params), testXs.ref);
      const answers = await np.argmax(logits, 1).data();
      return answers.filter((answer, n) => answer === test.labels[n]).length / test.count;
    },
    async classify(pixels) {
      const scores = await predict(tree.ref(state.params), imagesOf(pixels, 1)).data();
      return scores.indexOf(Math.max(...scores));
    },
  };
}
