/**
 * What `npm run results` trains: rows as data, in the order of their importance.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} about What it is, in a few words.
 * @property {string} train Options of `mtspike train`; seed, files and threads are added.
 * @property {number[]} seeds
 * @property {number} minutes About how long one seed takes on one thread of an idle machine.
 * @property {'mnist' | 'fashion-mnist' | 'yin-yang'} [data] MNIST without.
 */

const PACKED = '--epochs 8 --loss cross-entropy';
const SEEDS = [1, 2, 3];
const POINTS = '--epochs 300 --batch 32 --learning-rate 0.01';
const CROSS_ENTROPY = '--loss cross-entropy --temperature 0.005';
const HEURISTIC = '--loss heuristic --margin 0.01';
const CONVOLVED =
  '--loss cross-entropy --temperature 0.02 --learning-rate 0.002 --distort affine+elastic';

const PICTURES =
  '--polarity both --loss cross-entropy --temperature 0.02 --learning-rate 0.004 --spread 0.75 --distort flip+shift';

/** Packed codings: 784 pixels as 196, 169 or 49 input neurons. */
const packings = [
  { name: 'k2', sizes: '196-128-10', patches: '--kernel 2', about: 'patches of 2 x 2' },
  {
    name: 'k4s2',
    sizes: '169-128-10',
    patches: '--kernel 4 --stride 2',
    about: 'patches of 4 x 4, 2 apart',
  },
  { name: 'k4', sizes: '49-128-10', patches: '--kernel 4', about: 'patches of 4 x 4' },
];

const TRAINS = {
  latency: 'latency train, average delay',
  'latency-mean': 'one spike at the mean of the latency train',
  'latency-first': 'the first spike of the latency train',
  phase: 'phase train, average delay',
  'phase-mean': 'one spike at the mean of the phase train',
  'phase-first': 'the first spike of the phase train',
};

/** What is compared first: a latency train of few pixels, a phase train of many, each against its one spike. */
const FIRST = /^(k2-latency|k4(s2)?-phase)|^k\w+-(latency|phase)$/;

const packed = packings.flatMap(({ name, sizes, patches, about }) =>
  Object.entries(TRAINS).map(([code, words]) => ({
    name: `${name}-${code}`,
    about: `${about}: ${words}`,
    train: `--network ${sizes} ${patches} --train ${code} ${PACKED}`,
    seeds: SEEDS,
    minutes: 0.2,
  })),
);

/** Networks of points in the plane, 5,000 to train on. */
const points = [
  ['5-30-3', '', 'cross-entropy', CROSS_ENTROPY],
  ['5-12-3', '', 'cross-entropy', CROSS_ENTROPY],
  ['5-6-3', '', 'cross-entropy', CROSS_ENTROPY],
  ['5-30-3', '-heuristic', 'heuristic loss', HEURISTIC],
  [
    '5-30-3',
    '-exponential',
    'exponential synapses, cross-entropy',
    '--response exponential --loss cross-entropy --temperature 0.003',
  ],
  [
    '5-30-3',
    '-exponential-heuristic',
    'exponential synapses, heuristic loss',
    `--response exponential ${HEURISTIC}`,
  ],
  ['5-120-3', '', 'cross-entropy', CROSS_ENTROPY],
].map(([network, end, about, options]) => ({
  name: `yin-yang-${network}${end}`,
  about: `${about}, 300 epochs`,
  data: 'yin-yang',
  train: `--network ${network} ${POINTS} ${options}`,
  seeds: SEEDS,
  minutes: 0.2,
}));

/** @type {Row[]} */
export const ROWS = [
  {
    name: '784-800-400-10-distorted',
    about: 'two hidden layers, distorted images, 60 epochs',
    train:
      '--network 784-800-400-10 --epochs 60 --loss cross-entropy --spread 0.5 --distort affine+elastic',
    seeds: SEEDS,
    minutes: 16,
  },
  {
    name: '784-128-10-3-epochs',
    about: "the defaults, which are the page's: 3 epochs, heuristic loss",
    train: '--network 784-128-10 --epochs 3',
    seeds: SEEDS,
    minutes: 0.1,
  },
  {
    name: '784-128-10-3-epochs-cross-entropy',
    about: 'the same with cross-entropy',
    train: '--network 784-128-10 --epochs 3 --loss cross-entropy',
    seeds: SEEDS,
    minutes: 0.1,
  },
  {
    name: '784-128-10-8-epochs',
    about: 'every pixel an input neuron, trained as the packed rows are',
    train: `--network 784-128-10 ${PACKED}`,
    seeds: SEEDS,
    minutes: 0.2,
  },
  ...packed.filter(({ name }) => FIRST.test(name)),
  {
    name: '784-128-10-heuristic',
    about: 'heuristic loss, 20 epochs',
    train: '--network 784-128-10 --epochs 20 --loss heuristic --margin 0.03',
    seeds: SEEDS,
    minutes: 0.4,
  },
  {
    name: '784-128-10',
    about: 'cross-entropy, 20 epochs',
    train: '--network 784-128-10 --epochs 20 --loss cross-entropy --temperature 0.02',
    seeds: SEEDS,
    minutes: 0.4,
  },
  {
    name: '784-128-10-exponential',
    about: 'exponential synapses, cross-entropy, 20 epochs',
    train:
      '--network 784-128-10 --epochs 20 --loss cross-entropy --temperature 0.02 --response exponential --learning-rate 0.001 --spread 0.5',
    seeds: SEEDS,
    minutes: 0.6,
  },
  {
    name: '784-128-10-distorted',
    about: 'distorted images, 60 epochs',
    train:
      '--network 784-128-10 --epochs 60 --loss cross-entropy --temperature 0.02 --distort affine+elastic',
    seeds: SEEDS,
    minutes: 2.5,
  },
  {
    name: '784-400-10-distorted',
    about: 'distorted images, 60 epochs',
    train:
      '--network 784-400-10 --epochs 60 --loss cross-entropy --temperature 0.02 --distort affine+elastic',
    seeds: SEEDS,
    minutes: 5,
  },
  {
    name: '784-400-10',
    about: 'cross-entropy, 20 epochs',
    train: '--network 784-400-10 --epochs 20 --loss cross-entropy --temperature 0.02',
    seeds: SEEDS,
    minutes: 1.2,
  },
  {
    name: '784-400-10-heuristic',
    about: 'heuristic loss, 20 epochs',
    train: '--network 784-400-10 --epochs 20 --loss heuristic --margin 0.03',
    seeds: SEEDS,
    minutes: 1,
  },
  {
    name: 'fashion-784-128-10',
    about: 'Fashion-MNIST, cross-entropy, 20 epochs',
    data: 'fashion-mnist',
    train: '--network 784-128-10 --epochs 20 --loss cross-entropy --temperature 0.02',
    seeds: SEEDS,
    minutes: 1,
  },
  {
    name: 'fashion-784-400-10',
    about: 'Fashion-MNIST, cross-entropy, 20 epochs',
    data: 'fashion-mnist',
    train: '--network 784-400-10 --epochs 20 --loss cross-entropy --temperature 0.02',
    seeds: SEEDS,
    minutes: 3,
  },
  ...points,
  {
    name: '784-800-10-distorted',
    about: 'distorted images, heuristic loss with a lead of 0.05, 60 epochs',
    train:
      '--network 784-800-10 --epochs 60 --loss heuristic --margin 0.05 --spread 0.5 --distort affine+elastic',
    seeds: SEEDS,
    minutes: 8,
  },
  {
    name: '784-400-10-shifts',
    about: 'images shifted by up to a pixel, 20 epochs',
    train:
      '--network 784-400-10 --epochs 20 --loss cross-entropy --temperature 0.02 --distort shift',
    seeds: SEEDS,
    minutes: 1.3,
  },
  {
    name: '784-400-400-10-shifts',
    about: 'the same with a second hidden layer',
    train:
      '--network 784-400-400-10 --epochs 20 --loss cross-entropy --temperature 0.02 --distort shift',
    seeds: SEEDS,
    minutes: 2,
  },
  ...packed.filter(({ name }) => !FIRST.test(name)),
  {
    name: '784-48c5s2-96c3s2-400-10',
    about: 'two wider convolutions, distorted images, 60 epochs',
    train: `--network 784-48c5s2-96c3s2-400-10 --epochs 60 ${CONVOLVED}`,
    seeds: SEEDS,
    minutes: 35,
  },
  {
    name: '784-32c5s2-64c3s2-256-10',
    about: 'two convolutions, distorted images, 40 epochs',
    train: `--network 784-32c5s2-64c3s2-256-10 --epochs 40 ${CONVOLVED}`,
    seeds: SEEDS,
    minutes: 10,
  },
  {
    name: 'fashion-1568-32c5s2-64c3s2-256-10',
    about:
      'Fashion-MNIST, two convolutions over ink and paper, images mirrored and shifted, 20 epochs',
    train: `--network 1568-32c5s2-64c3s2-256-10 --epochs 20 ${PICTURES}`,
    seeds: SEEDS,
    minutes: 11,
    data: 'fashion-mnist',
  },
  {
    name: 'fashion-1568-48c5s2-96c3s2-400-10',
    about: 'Fashion-MNIST, the same with wider convolutions, 32 epochs',
    train: `--network 1568-48c5s2-96c3s2-400-10 --epochs 32 ${PICTURES}`,
    seeds: SEEDS,
    minutes: 26,
    data: 'fashion-mnist',
  },
  {
    name: 'fashion-1568-24c3-64c3s2-256-10',
    about: 'Fashion-MNIST, the first convolution at every place, 18 epochs',
    train: `--network 1568-24c3-64c3s2-256-10 --epochs 18 ${PICTURES}`,
    seeds: SEEDS,
    minutes: 30,
    data: 'fashion-mnist',
  },
  {
    name: '784-16c5s2-32c3s2-256-10',
    about: 'half the channels, distorted images, 12 epochs',
    train: `--network 784-16c5s2-32c3s2-256-10 --epochs 12 ${CONVOLVED}`,
    seeds: SEEDS,
    minutes: 2,
  },
  {
    name: '784-16c5s2-128-10',
    about: 'one convolution, distorted images, 12 epochs',
    train: `--network 784-16c5s2-128-10 --epochs 12 ${CONVOLVED}`,
    seeds: SEEDS,
    minutes: 1,
  },
];

export const rowNamed = (name) => ROWS.find((row) => row.name === name);
