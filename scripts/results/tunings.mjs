/**
 * Choices that were made by trial, on 5,000 training images held out and never on the test images.
 *
 * @typedef {object} Tuning
 * @property {string} name
 * @property {string} about What is chosen, and which rows follow it.
 * @property {string} base Options of `mtspike train` that all trials share.
 * @property {string[]} trials The options tried.
 * @property {number} [holdOut] How many training images a trial holds out; HOLD_OUT without.
 * @property {'fashion-mnist'} [data] MNIST without.
 */

const grid = (first, second) => first.flatMap((a) => second.map((b) => `${a} ${b}`));

const RESPONSE = grid(
  [
    '--learning-rate 0.0005',
    '--learning-rate 0.001',
    '--learning-rate 0.002',
    '--learning-rate 0.004',
  ],
  ['--spread 0.25', '--spread 0.5'],
);
const BASE = '--network 784-128-10 --epochs 6';

const INK = '--network 784-32c5s2-64c3s2-256-10';
const BOTH = '--network 1568-32c5s2-64c3s2-256-10 --polarity both';
const MIRRORED =
  '--polarity both --loss cross-entropy --temperature 0.02 --learning-rate 0.004 --spread 0.75 --distort flip+shift';
const WIDE = '--network 1568-48c5s2-96c3s2-400-10 --polarity both';

/** Other points than the rows are trained on, and tested with: as many to train on, and 10,000 held out. */
const POINTS = {
  base: '--points yin-yang --points-seed 2 --points-count 15000 --network 5-30-3 --epochs 300 --batch 32',
  holdOut: 10_000,
};

/** @type {Tuning[]} */
export const TUNINGS = [
  {
    name: 'exponential',
    about: 'learning rate and initial spread with exponential synapses (784-128-10-exponential)',
    base: `${BASE} --loss cross-entropy --response exponential`,
    trials: RESPONSE,
  },
  {
    name: 'average-delay',
    about: 'the same choice for the average delay response, on the same grid (784-128-10)',
    base: `${BASE} --loss cross-entropy`,
    trials: RESPONSE,
  },
  {
    name: 'heuristic',
    about: 'the lead of the heuristic loss (784-128-10-heuristic, 784-400-10-heuristic)',
    base: `${BASE} --loss heuristic --learning-rate 0.001`,
    trials: ['--margin 0.03', '--margin 0.05', '--margin 0.1', '--margin 0.2'],
  },
  {
    name: 'cross-entropy',
    about: 'the temperature of the cross-entropy (784-128-10, 784-400-10)',
    base: `${BASE} --loss cross-entropy --learning-rate 0.001`,
    trials: ['--temperature 0.02', '--temperature 0.04', '--temperature 0.08'],
  },
  {
    name: 'exponential-temperature',
    about: 'the same with exponential synapses (784-128-10-exponential)',
    base: `${BASE} --loss cross-entropy --response exponential --learning-rate 0.001 --spread 0.5`,
    trials: ['--temperature 0.02', '--temperature 0.04', '--temperature 0.08'],
  },
  {
    name: 'distorted',
    about:
      'loss and initial spread on distorted images (784-128-10-distorted, 784-400-10-distorted)',
    base: '--network 784-128-10 --epochs 10 --learning-rate 0.001 --distort affine+elastic',
    trials: grid(
      [
        '--loss cross-entropy',
        '--loss cross-entropy --temperature 0.02',
        '--loss heuristic --margin 0.03',
        '--loss heuristic --margin 0.05',
      ],
      ['--spread 0.25', '--spread 0.5'],
    ),
  },
  {
    name: 'convolution',
    about: 'the temperature with convolutions (the rows of Convolution)',
    base: '--network 784-32c5s2-64c3s2-256-10 --epochs 6 --loss cross-entropy --learning-rate 0.002 --distort affine+elastic',
    trials: ['--temperature 0.02', '--temperature 0.04'],
  },
  {
    name: 'fashion',
    about:
      'distortion and polarity on Fashion-MNIST, 20,000 images to learn from and 40,000 held out (the rows of Fashion-MNIST with convolutions)',
    base: '--epochs 5 --loss cross-entropy',
    trials: [
      `${INK} --temperature 0.02 --learning-rate 0.002`,
      `${INK} --temperature 0.02 --learning-rate 0.002 --distort shift`,
      `${INK} --temperature 0.02 --learning-rate 0.002 --distort affine`,
      `${INK} --temperature 0.02 --learning-rate 0.002 --distort flip+shift`,
      `${INK} --temperature 0.04 --learning-rate 0.002 --distort flip+shift`,
      `${BOTH} --temperature 0.02 --learning-rate 0.001`,
      `${BOTH} --temperature 0.02 --learning-rate 0.002`,
      `${BOTH} --temperature 0.02 --learning-rate 0.004`,
      `${BOTH} --temperature 0.05 --learning-rate 0.002`,
      `${BOTH} --temperature 0.02 --learning-rate 0.002 --distort flip+shift`,
      `${BOTH} --temperature 0.02 --learning-rate 0.002 --distort flip+shift --spread 0.75`,
    ],
    holdOut: 40_000,
    data: 'fashion-mnist',
  },
  {
    name: 'fashion-12-epochs',
    about: 'learning rate, distortion and width on Fashion-MNIST in 12 epochs',
    base: '--epochs 12 --loss cross-entropy --temperature 0.02',
    trials: [
      `${INK} --learning-rate 0.002 --distort flip+shift`,
      `${BOTH} --spread 0.75 --learning-rate 0.002 --distort flip`,
      `${BOTH} --spread 0.75 --learning-rate 0.004 --distort flip`,
      `${BOTH} --spread 0.75 --learning-rate 0.008 --distort flip`,
      `${BOTH} --spread 0.75 --learning-rate 0.004 --distort flip+shift`,
      `${WIDE} --spread 0.75 --learning-rate 0.004 --distort flip`,
    ],
    data: 'fashion-mnist',
  },
  {
    name: 'fashion-spread',
    about:
      'how far the initial weights differ, with ink and paper, 10,000 images to learn from and 50,000 held out',
    base: `${BOTH} --epochs 3 --loss cross-entropy --temperature 0.02 --learning-rate 0.002`,
    trials: ['--spread 0.25', '--spread 0.75'],
    holdOut: 50_000,
    data: 'fashion-mnist',
  },
  {
    name: 'fashion-layers',
    about:
      'layers on Fashion-MNIST, 15,000 images to learn from and 45,000 held out (fashion-1568-24c3-64c3s2-256-10)',
    base: `--epochs 6 ${MIRRORED}`,
    trials: [
      '--network 1568-32c5s2-64c3s2-256-10',
      '--network 1568-24c3-64c3s2-256-10',
      '--network 1568-64c5s2-256-10',
      '--network 1568-96c5s2-256-10',
      '--network 1568-64c5s2-512-10',
      '--network 1568-64c5s2-256-128-10',
      '--network 1568-64c7s2-256-10',
      '--network 1568-80c3s2-256-10',
    ],
    holdOut: 45_000,
    data: 'fashion-mnist',
  },
  {
    name: 'fashion-20-epochs',
    about: 'the same network in 20 epochs, to see whether it is worth three seeds',
    base: `--epochs 20 ${MIRRORED}`,
    trials: ['--network 1568-24c3-64c3s2-256-10'],
    data: 'fashion-mnist',
  },
  {
    name: 'yin-yang',
    about: 'learning rate and temperature (the rows of Yin-yang with cross-entropy, of every size)',
    ...POINTS,
    base: `${POINTS.base} --loss cross-entropy`,
    trials: grid(
      ['--learning-rate 0.005', '--learning-rate 0.01', '--learning-rate 0.02'],
      ['--temperature 0.003', '--temperature 0.005', '--temperature 0.01', '--temperature 0.04'],
    ),
  },
  {
    name: 'yin-yang-batch',
    about: 'how many points a step',
    ...POINTS,
    base: `${POINTS.base.replace(' --batch 32', '')} --loss cross-entropy --learning-rate 0.01 --temperature 0.005`,
    trials: ['--batch 16', '--batch 32', '--batch 64', '--batch 128'],
  },
  {
    name: 'yin-yang-heuristic',
    about: 'the lead of the heuristic loss',
    ...POINTS,
    base: `${POINTS.base} --learning-rate 0.01 --loss heuristic`,
    trials: ['--margin 0.01', '--margin 0.02', '--margin 0.05', '--margin 0.1'],
  },
  {
    name: 'yin-yang-exponential',
    about: 'the temperature with exponential synapses',
    ...POINTS,
    base: `${POINTS.base} --learning-rate 0.01 --loss cross-entropy --response exponential`,
    trials: [
      '--temperature 0.003',
      '--temperature 0.005',
      '--temperature 0.01',
      '--temperature 0.04',
    ],
  },
  {
    name: 'yin-yang-exponential-heuristic',
    about: 'the lead with exponential synapses',
    ...POINTS,
    base: `${POINTS.base} --learning-rate 0.01 --loss heuristic --response exponential`,
    trials: ['--margin 0.01', '--margin 0.02', '--margin 0.05'],
  },
];

/** How many training images a trial holds out, unless it says otherwise. */
export const HOLD_OUT = 5000;

export const tuningNamed = (name) => TUNINGS.find((tuning) => tuning.name === name);
