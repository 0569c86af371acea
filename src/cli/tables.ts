/** The options of every command (formats.md). */
import { IMPERFECTIONS, PRECISE } from '../model/imprecise';
import { LOSSES } from '../model/loss';
import { DEFAULT_NETWORK, POLARITIES, RESPONSES, TRAIN_CODES } from '../model/network';
import { OPTIMIZERS } from '../model/optimizer';
import { RANGES } from '../model/ranges';
import { DEFAULT_TRAINING, DISTORTIONS } from '../model/training';
import { POINT_CUT, POINT_TRAINING } from '../data/points/point-network';
import { DESCRIPTION } from './described';
import { numberOf, type NumberOption, type OptionTable } from './options';
import { POINTS } from './points';

const whole = (low: number, high: number) => numberOf({ whole: true, range: [low, high] });

const HELP = { kind: 'flag', help: 'Prints this.' } as const;

const ENGINE = {
  engine: {
    kind: 'choice',
    of: ['reference', 'cpu', 'webgpu'],
    default: 'cpu',
    help:
      'What computes: cpu is fast, reference is the plain definition in float64 that the others are held to ' +
      '(slow), webgpu needs a graphics adapter.',
  },
  threads: {
    ...whole(1, 64),
    help: 'Threads of the cpu engine.',
    otherwise: 'the engine chooses',
  },
} as const;

const TRANSPOSE = {
  kind: 'flag',
  help: 'Turns every image about its diagonal, rows to columns, as the files of EMNIST need it.',
} as const;

export const TRAIN = {
  network: {
    kind: 'text',
    value: 'N-N-N',
    help:
      'Layer sizes, the input first: 784-128-10. The first must be the number of input neurons that the images and ' +
      '--kernel and --stride make (784 for k = 1, 196 for k = 2), the last the number of classes; 0 to 3 hidden layers. ' +
      'Up to two convolutional layers may come first: 784-16c5s2-128-10 has 16 channels of 5 x 5 patches, 2 apart.',
    otherwise: 'inputs-128-classes, or 5-12-classes for --points (5-30-30-2 for spirals)',
  },
  out: {
    kind: 'text',
    value: 'FILE',
    required: true,
    help: 'The model file to write (safetensors). Nothing is written unless all goes well.',
  },
  checkpoint: {
    kind: 'text',
    value: 'FILE',
    help:
      'Keeps the state of training there, about every 30 s, at the end of an epoch and when interrupted. Where FILE is ' +
      'there already, of a training with the same settings, it goes on from it to the same model, byte for byte. Once ' +
      'the model is written, FILE is removed.',
  },
  epochs: {
    ...numberOf(RANGES.epochs),
    help: 'How often each training image is used; the learning rate falls to 0 by the end (cosine).',
    otherwise: `${DEFAULT_TRAINING.epochs}, or ${POINT_TRAINING.epochs} for --points`,
  },
  batch: {
    ...numberOf(RANGES.batch),
    default: DEFAULT_TRAINING.batch,
    help: 'Images a training step.',
  },
  seed: {
    ...numberOf(RANGES.seed),
    default: DEFAULT_TRAINING.seed,
    help: 'Names the initial weights, the order of the images or points and, of images, their distortions: same seed, same file.',
  },
  'learning-rate': {
    ...numberOf(RANGES.learningRate),
    help: 'The learning rate at the start.',
    otherwise: `0.002, 0.001 for more than 10 epochs, or ${POINT_TRAINING.learningRate} for --points`,
  },
  loss: {
    kind: 'choice',
    of: LOSSES,
    help:
      'What is asked of the output spikes: heuristic lets the right class lead every rival by --margin; cross-entropy ' +
      'is a softmax over the spike times.',
    otherwise: `${DEFAULT_TRAINING.loss}, or ${POINT_TRAINING.loss} for --points`,
  },
  margin: {
    ...numberOf(RANGES.margin),
    default: DEFAULT_TRAINING.margin,
    help: 'The lead that the heuristic loss asks for, in time.',
  },
  temperature: {
    ...numberOf(RANGES.temperature),
    help: "The cross-entropy's temperature, in time: smaller is stricter.",
    otherwise: `${DEFAULT_TRAINING.temperature}, or ${POINT_TRAINING.temperature} for --points`,
  },
  optimizer: {
    kind: 'choice',
    of: OPTIMIZERS,
    default: DEFAULT_TRAINING.optimizer,
    help: 'Adam, or stochastic gradient descent with momentum 0.9.',
  },
  spread: {
    ...numberOf(RANGES.spread),
    default: RANGES.spread.usual,
    help: 'How far the initial weights differ.',
  },
  kernel: {
    ...numberOf(RANGES.kernel),
    default: DEFAULT_NETWORK.coding.kernel,
    help: 'A patch of kernel x kernel pixels feeds one input neuron with a train of spikes.',
  },
  stride: {
    ...numberOf(RANGES.kernel),
    help: 'Pixels from one patch to the next, at most the kernel.',
    otherwise: 'the kernel',
  },
  train: {
    kind: 'choice',
    of: TRAIN_CODES,
    default: DEFAULT_NETWORK.coding.train,
    help:
      "How a patch's pixels become spikes: latency takes brightness alone, phase also the pixel's place in the patch; both emit a " +
      'train, a spike a lit pixel. With -first the input neuron emits one spike, when its train begins; with -mean one at the ' +
      "train's mean time.",
  },
  polarity: {
    kind: 'choice',
    of: POLARITIES,
    default: 'ink',
    help:
      'Which halves of a pixel have an input neuron: ink alone, or both, with a second one for paper, whose intensity is 1 - x (kernel 1; ' +
      '1568 input neurons for 28 x 28 pixels, a convolution looks at 2 channels).',
  },
  response: {
    kind: 'choice',
    of: RESPONSES,
    default: DEFAULT_NETWORK.response,
    help: "A spike's effect on the membrane potential: a ramp (average delay response) or an exponential synapse.",
  },
  threshold: {
    ...numberOf(RANGES.threshold),
    default: DEFAULT_NETWORK.threshold,
    help: 'The membrane potential at which a neuron fires.',
  },
  deadline: {
    ...numberOf(RANGES.deadline),
    default: DEFAULT_NETWORK.deadline,
    help: 'Layer l may fire until l times this; the input is over at 1.',
  },
  cut: {
    ...numberOf(RANGES.cut),
    help: 'A pixel of this intensity or less is silent.',
    otherwise: `${DEFAULT_NETWORK.input.cut}, or ${POINT_CUT} for --points`,
  },
  'hold-out': {
    ...whole(0, Infinity),
    default: 0,
    help:
      'Keeps N training images out of training and reports the accuracy on them: of each class in proportion, chosen at random, ' +
      'and always the same, whatever the --seed.',
  },
  ema: {
    ...numberOf(RANGES.ema),
    default: DEFAULT_TRAINING.ema,
    help: 'Decay of a running average of the weights over steps, which is then what is tested and written; 0 is none.',
  },
  distort: {
    kind: 'choice',
    of: DISTORTIONS,
    default: DEFAULT_TRAINING.distort,
    help:
      'Changes each training image a little at every use, at random. flip mirrors half of them left to right: for pictures of ' +
      'things, since a mirrored digit or letter is another sign.',
  },
  images: {
    kind: 'text',
    value: 'FILE',
    help:
      'Training images (IDX or NPY, plain or gzip), with --labels; or with labels in it a table (CSV), an NPZ archive, or a ' +
      'folder of pictures (PNG, JPEG): a folder in it for each class, or names as scan12_7.png.',
    otherwise: 'MNIST',
  },
  labels: {
    kind: 'text',
    value: 'FILE',
    help: 'Labels of --images (IDX or NPY), where these bring none along.',
  },
  'test-images': {
    kind: 'text',
    value: 'FILE',
    help: 'Test images, with --test-labels where these are not in the same file.',
    otherwise:
      "MNIST's; with --images there is no test, unless an NPZ archive or a folder has test images too",
  },
  'test-labels': { kind: 'text', value: 'FILE', help: 'Labels of --test-images.' },
  transpose: TRANSPOSE,
  ...POINTS,
  ...ENGINE,
  json: {
    kind: 'flag',
    help: 'Ends standard output with one line of JSON in place of a sentence.',
  },
  help: HELP,
} as const satisfies OptionTable;

const MODEL = {
  model: {
    kind: 'text',
    value: 'FILE',
    required: true,
    help: 'The model file (safetensors, or NIR).',
  },
} as const satisfies OptionTable;

const LIMIT = {
  ...whole(1, Infinity),
  help: 'Takes only the first N images.',
} as const satisfies NumberOption;

export const CLASSIFY = {
  ...MODEL,
  images: {
    kind: 'text',
    value: 'FILE',
    help:
      "Images (IDX, NPY, NPZ or CSV) of the network's size, a picture (PNG, JPEG) or a folder of them; must be given unless " +
      '--points is.',
  },
  transpose: TRANSPOSE,
  ...POINTS,
  limit: LIMIT,
  spikes: {
    kind: 'flag',
    help: 'Adds spike_times: a list a layer after the input, null for a silent neuron.',
  },
  ...DESCRIPTION,
  ...ENGINE,
  help: HELP,
} as const satisfies OptionTable;

const { jitter, bits, dead, dropped } = IMPERFECTIONS;

const IMPRECISION = {
  jitter: {
    ...numberOf(jitter),
    default: PRECISE.jitter,
    help:
      'Imprecise hardware: standard deviation of the Gaussian jitter of every spike, in time (the input lasts 1); the average ' +
      'delay of a train of n spikes jitters by the n-th part of the variance. No spike comes before its causes.',
  },
  bits: {
    ...numberOf(bits),
    default: PRECISE.bits,
    help:
      'Bits a weight is stored in: 2^(N-1) - 1 equal steps to each side of 0, the last at the largest weight of the layer; ' +
      '32 leaves the weights as they are.',
  },
  dead: {
    ...numberOf(dead),
    default: PRECISE.dead,
    help: 'Share of the neurons of every hidden layer that never spike.',
  },
  dropped: {
    ...numberOf(dropped),
    default: PRECISE.dropped,
    help: 'Probability that a spike gets lost, at the input, in the hidden layers and at the outputs.',
  },
  'noise-seed': {
    ...numberOf(RANGES.seed),
    default: PRECISE.seed,
    help: 'Names the noise: which neurons are dead, which spikes get lost, how far each is off.',
  },
  curve: {
    kind: 'choice',
    of: ['jitter', 'bits', 'dead', 'dropped'],
    help: 'Accuracy against the level of one imperfection, the others as given: a line a level.',
  },
  levels: {
    kind: 'text',
    value: 'X,X,...',
    help: 'The levels of --curve.',
    otherwise: 'eight from none to much',
  },
  'noise-seeds': {
    ...whole(1, 1000),
    default: 3,
    help: 'Seeds a level of --curve, from --noise-seed up.',
  },
} as const satisfies OptionTable;

export const EVALUATE = {
  ...MODEL,
  images: {
    kind: 'text',
    value: 'FILE',
    help:
      "Images (IDX, NPY, NPZ or CSV) of the network's size, or a folder of pictures (PNG, JPEG) with a folder for each class; " +
      'must be given unless --points is.',
  },
  labels: {
    kind: 'text',
    value: 'FILE',
    help: 'Their labels (IDX or NPY); must be given unless --points is, or the images bring theirs along.',
  },
  transpose: TRANSPOSE,
  ...POINTS,
  limit: LIMIT,
  ...IMPRECISION,
  ...DESCRIPTION,
  ...ENGINE,
  json: {
    kind: 'flag',
    help: 'Prints one line of JSON on a terminal too; elsewhere it always does.',
  },
  help: HELP,
} as const satisfies OptionTable;

const written = (what: string) =>
  ({ kind: 'text', value: 'FILE', help: `Where to write ${what}.` }) as const;

export const POINT_FILES = {
  ...POINTS,
  images: written('the training points, as images'),
  labels: written('their labels'),
  'test-images': written('the test points, as images'),
  'test-labels': written('their labels'),
  help: HELP,
} as const satisfies OptionTable;

const SIDES = {
  width: {
    ...numberOf(RANGES.side),
    help: 'Of weights whose file describes no network: pixels of an image from left to right.',
    otherwise: 'as the file says, or what is likely of so many inputs',
  },
  height: {
    ...numberOf(RANGES.side),
    help: 'The same from top to bottom.',
    otherwise: 'as the file says, or what is likely of so many inputs',
  },
} as const satisfies OptionTable;

export const EXPORT = {
  ...MODEL,
  to: {
    kind: 'choice',
    of: ['nir'],
    default: 'nir',
    help: 'The format: NIR, which Norse, snnTorch, Sinabs, Nengo and others read (HDF5).',
  },
  out: { kind: 'text', value: 'FILE', required: true, help: 'The file to write.' },
  ...DESCRIPTION,
  ...SIDES,
  help: HELP,
} as const satisfies OptionTable;

export const IMPORT = {
  from: {
    kind: 'text',
    value: 'FILE',
    required: true,
    help: 'The file of another program (NIR, or safetensors).',
  },
  out: {
    kind: 'text',
    value: 'FILE',
    required: true,
    help: 'The model file to write (safetensors).',
  },
  ...DESCRIPTION,
  ...SIDES,
  help: HELP,
} as const satisfies OptionTable;
