/** Networks that are hard to get right: sizes off the multiples of any workgroup, every depth, both responses, packing, silence, ties. */
import { expectedSpikes, initialise, measureInputSpikes } from '../../model/initialise';
import { layerPlans } from '../../model/layers';
import { networkName, type NetworkSpec } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import type { Network } from '../engine';
import { noiseImages, type NoiseOptions } from './samples';

export interface Case extends Network {
  name: string;
  /** [count, height, width] bytes, a blank and a full image among them. */
  images: Uint8Array<ArrayBuffer>;
}

interface Plan {
  /** What is special about it; the name says the sizes. */
  what: string;
  spec: object;
  noise?: NoiseOptions;
  spread?: number;
  /** Give every second hidden neuron the weights of the one before: they spike at the same time. */
  twins?: boolean;
  /** Left out where a full run takes too long (a software adapter). */
  large?: boolean;
}

const line = { width: 61, height: 1 };

/** Convolutions whose spikes and gradients are both tested. */
export const CONVOLUTIONS = {
  overlapping: {
    input: { width: 13, height: 11 },
    convolutions: [{ channels: 7, kernel: 5, stride: 2 }],
    layers: [21, 4],
  },
  two: {
    input: { width: 12, height: 13 },
    convolutions: [
      { channels: 16, kernel: 3, stride: 1 },
      { channels: 20, kernel: 4, stride: 3 },
    ],
    layers: [23, 5],
  },
  packed: {
    input: { width: 14, height: 14 },
    coding: { kernel: 2, train: 'phase' },
    convolutions: [
      { channels: 9, kernel: 2, stride: 1 },
      { channels: 33, kernel: 3, stride: 2 },
    ],
    layers: [17, 4],
    response: 'exponential',
  },
  bothPolarities: {
    input: { width: 11, height: 9 },
    coding: { polarity: 'both' },
    convolutions: [
      { channels: 10, kernel: 3, stride: 2 },
      { channels: 18, kernel: 2, stride: 1 },
    ],
    layers: [15, 4],
  },
  manyChannels: {
    input: { width: 7, height: 8 },
    convolutions: [
      { channels: 70, kernel: 3, stride: 2 },
      { channels: 128, kernel: 2, stride: 1 },
    ],
    layers: [13, 4],
  },
};

const PLANS: Plan[] = [
  { what: 'no hidden layer', spec: { input: line, layers: [5] } },
  { what: 'no hidden layer', spec: { input: line, layers: [5], response: 'exponential' } },
  { what: 'one hidden layer', spec: { input: line, layers: [37, 5] } },
  { what: 'one hidden layer', spec: { input: line, layers: [37, 5], response: 'exponential' } },
  { what: 'two hidden layers', spec: { input: line, layers: [37, 23, 5] } },
  {
    what: 'two hidden layers',
    spec: { input: line, layers: [37, 23, 5], response: 'exponential' },
  },
  { what: 'three hidden layers', spec: { input: line, layers: [37, 23, 11, 5] } },
  {
    what: 'three hidden layers',
    spec: { input: line, layers: [37, 23, 11, 5], response: 'exponential' },
  },
  { what: 'many silent neurons', spec: { input: line, layers: [67, 33, 7] }, spread: 1.5 },
  {
    what: 'many silent neurons',
    spec: { input: line, layers: [67, 33, 7], response: 'exponential' },
    spread: 1.5,
  },
  {
    what: 'simultaneous spikes',
    spec: { input: line, layers: [36, 24, 6] },
    noise: { levels: 3 },
    twins: true,
  },
  {
    what: 'simultaneous spikes',
    spec: { input: line, layers: [36, 24, 6], response: 'exponential' },
    noise: { levels: 3 },
    twins: true,
  },
  { what: 'a deadline inside the window', spec: { input: line, layers: [37, 5], deadline: 0.6 } },
  {
    what: 'a deadline inside the window',
    spec: { input: line, layers: [37, 5], deadline: 0.6, response: 'exponential' },
  },
  {
    what: 'another threshold and cut',
    spec: { input: { ...line, cut: 0.5 }, layers: [19, 3], threshold: 7.5 },
  },
  { what: 'two classes, 5 x 7', spec: { input: { width: 5, height: 7 }, layers: [9, 2] } },
  { what: 'one hidden neuron', spec: { input: { width: 5, height: 7 }, layers: [1, 2] } },
  {
    what: 'kernel 2, latency',
    spec: { input: { width: 13, height: 11 }, coding: { kernel: 2 }, layers: [21, 4] },
  },
  {
    what: 'kernel 4, stride 2, phase',
    spec: { coding: { kernel: 4, stride: 2, train: 'phase' }, layers: [40, 10] },
  },
  {
    what: 'kernel 3, stride 1, phase',
    spec: {
      input: { width: 9, height: 8 },
      coding: { kernel: 3, stride: 1, train: 'phase' },
      response: 'exponential',
      layers: [17, 3],
    },
  },
  {
    what: 'kernel 2, first spike',
    spec: {
      input: { width: 13, height: 11 },
      coding: { kernel: 2, train: 'latency-first' },
      layers: [21, 4],
    },
  },
  {
    what: 'kernel 3, stride 2, mean spike, few grey levels',
    spec: {
      input: { width: 12, height: 9 },
      coding: { kernel: 3, stride: 2, train: 'latency-mean' },
      response: 'exponential',
      layers: [19, 5],
    },
    noise: { levels: 3 },
  },
  {
    what: 'kernel 4, stride 2, first spike of a phase train',
    spec: { coding: { kernel: 4, stride: 2, train: 'phase-first' }, layers: [40, 10] },
  },
  {
    what: 'kernel 8, stride 1, mean spike of a phase train',
    spec: { coding: { kernel: 8, stride: 1, train: 'phase-mean' }, layers: [23, 10] },
    noise: { density: 0.3 },
  },
  {
    what: 'kernel 1, first spike',
    spec: {
      input: { width: 5, height: 7 },
      coding: { kernel: 1, train: 'phase-first' },
      layers: [9, 2],
    },
  },
  {
    what: 'ink and paper',
    spec: {
      input: { width: 13, height: 11 },
      coding: { polarity: 'both' },
      layers: [21, 4],
    },
  },
  {
    what: 'ink and paper, few grey levels, no cut',
    spec: {
      input: { width: 5, height: 7, cut: 0 },
      coding: { polarity: 'both' },
      layers: [18, 3],
      response: 'exponential',
    },
    noise: { levels: 3 },
  },
  {
    what: 'ink and paper, 64 x 64 images',
    spec: { input: { width: 64, height: 64 }, coding: { polarity: 'both' }, layers: [33, 5] },
    noise: { density: 0.5 },
    large: true,
  },
  {
    what: 'a pixel alone',
    spec: { input: { width: 1, height: 1 }, layers: [4, 2] },
    noise: { density: 1 },
  },
  {
    what: '64 x 64 images, 47 classes',
    spec: { input: { width: 64, height: 64 }, layers: [33, 47] },
    noise: { density: 0.15 },
  },
  { what: '1,024 hidden neurons', spec: { layers: [1024, 10] }, noise: { density: 0.2 } },
  {
    what: '1,024 hidden neurons twice',
    spec: { input: { width: 12, height: 12 }, layers: [1024, 1024, 10] },
    large: true,
  },
  { what: 'a far deadline', spec: { input: line, layers: [37, 5], deadline: 100 }, spread: 1 },
  {
    what: 'a convolution, overlapping patches',
    spec: CONVOLUTIONS.overlapping,
  },
  {
    what: 'a convolution, simultaneous spikes',
    spec: {
      input: { width: 10, height: 9 },
      convolutions: [{ channels: 18, kernel: 3, stride: 3 }],
      layers: [6],
      response: 'exponential',
    },
    noise: { levels: 3 },
    twins: true,
  },
  {
    what: 'two convolutions',
    spec: CONVOLUTIONS.two,
    noise: { density: 0.3 },
  },
  {
    what: 'two convolutions, packed input',
    spec: CONVOLUTIONS.packed,
    noise: { density: 0.4 },
  },
  {
    what: 'two convolutions, ink and paper',
    spec: CONVOLUTIONS.bothPolarities,
  },
  {
    what: 'two convolutions of as many channels as there may be',
    spec: CONVOLUTIONS.manyChannels,
  },
  {
    what: 'a convolution of one position',
    spec: {
      input: { width: 6, height: 6 },
      convolutions: [{ channels: 5, kernel: 6, stride: 1 }],
      layers: [3],
    },
  },
  {
    what: 'MNIST with two convolutions',
    spec: {
      convolutions: [
        { channels: 16, kernel: 5, stride: 2 },
        { channels: 32, kernel: 3, stride: 2 },
      ],
      layers: [40, 10],
    },
    noise: { density: 0.2 },
    large: true,
  },
  {
    what: 'a far deadline',
    spec: { input: line, layers: [37, 5], deadline: 100, response: 'exponential' },
    spread: 1,
  },
];

/** @param small leave out what is slow on a software adapter */
export function networkCases(small: boolean, images = 6): Case[] {
  return PLANS.flatMap((plan, n) => {
    if (small && plan.large) return [];
    const spec = parseNetwork(plan.spec);
    const { width, height } = spec.input;
    const bytes = noiseImages(width, height, images, 100 + n, plan.noise);
    const network = randomNetwork(spec, 200 + n, bytes, plan.spread);
    if (plan.twins) makeTwins(network);
    return {
      ...network,
      name: `${networkName(spec)} ${spec.response}, ${plan.what}`,
      images: bytes,
    };
  });
}

/** A network whose neurons mostly fire on the images given. */
export function randomNetwork(
  spec: NetworkSpec,
  seed: number,
  images: Uint8Array,
  spread?: number,
): Network {
  const inputSpikes = measureInputSpikes(spec, images);
  const weights = initialise(spec, seed, inputSpikes, spread);
  const expected = expectedSpikes(spec, inputSpikes);
  layerPlans(spec).forEach(({ kind }, l) => {
    // Convolutions begin mostly silent: here they fire as dense layers do.
    if (kind === 'dense') return;
    const mean = (2 * spec.threshold) / expected[l]!;
    weights[l] = weights[l]!.map((w) => mean + w / 2);
  });
  return { spec, weights };
}

function makeTwins({ spec, weights }: Network): void {
  layerPlans(spec).forEach(({ rows, inputs }, l) => {
    const layer = weights[l]!;
    for (let j = 1; j < rows; j += 2) layer.copyWithin(j * inputs, (j - 1) * inputs, j * inputs);
  });
}
