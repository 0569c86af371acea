/** jax-js: a dense network; a training step, Adam included, is one `jit` function. */
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

const INPUTS = 784;
const CLASSES = 10;
const DECAY = [0.9, 0.999];
const EPSILON = 1e-7;

/** Logits. Every use of an array but its last takes a reference: jax-js frees what a function was given. */
function forward(params, x) {
  for (const [n, { w, b }] of params.entries()) {
    x = np.dot(x, w).add(b);
    if (n < params.length - 1) x = nn.relu(x);
  }
  return x;
}

function loss(params, x, y) {
  const batch = y.shape[0];
  return nn
    .logSoftmax(forward(params, x))
    .mul(nn.oneHot(y, CLASSES))
    .sum()
    .mul(-1 / batch);
}

/** Adam for one array; `rate` holds the corrections of the step. */
function adam(p, g, m, v, rate) {
  const first = m.mul(DECAY[0]).add(g.ref.mul(1 - DECAY[0]));
  const second = v.mul(DECAY[1]).add(np.square(g).mul(1 - DECAY[1]));
  const step = first.ref.mul(rate).div(np.sqrt(second.ref).add(EPSILON));
  return [p.sub(step), first, second];
}

const trainStep = jit(({ params, first, second }, rate, x, y) => {
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

const predict = jit((params, x) => forward(params, x));

/** Uniform weights within Glorot's bounds, biases of zero. */
function initialise(sizes) {
  const keys = random.split(random.key(1), sizes.length - 1);
  return sizes.slice(1).map((units, n) => {
    const bound = Math.sqrt(6 / (sizes[n] + units));
    const w = random.uniform(keys.ref.slice(n), [sizes[n], units], {
      minval: -bound,
      maxval: bound,
    });
    return { w, b: np.zeros([units]) };
  });
}

const zeros = (params) =>
  params.map(({ w, b }) => ({ w: np.zeros(w.shape), b: np.zeros(b.shape) }));

/**
 * @param {{ backend: 'wasm' | 'webgpu', hidden: number[], batch: number, rate: number }} order
 * @param {{ train: import('./data.mjs').DenseSet, test: import('./data.mjs').DenseSet }} data
 */
export async function openJax({ backend, hidden, batch, rate }, { train, test }) {
  const found = await init(backend);
  if (!found.includes(backend)) throw new Error(`jax-js has no ${backend} here`);
  defaultDevice(backend);
  const params = initialise([INPUTS, ...hidden, CLASSES]);
  let state = { params, first: zeros(params), second: zeros(params) };
  let step = 0;
  let epoch = 0;
  const testXs = np.array(test.pixels).reshape([test.count, INPUTS]);

  const xs = np.array(train.pixels).reshape([train.count, INPUTS]);
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
      const image = np.array(pixels).reshape([1, INPUTS]);
      const scores = await predict(tree.ref(state.params), image).data();
      return scores.indexOf(Math.max(...scores));
    },
  };
}
