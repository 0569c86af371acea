/** What a network is: the description that a model file, a link and the page's editor share (formats.md). */
import { RANGES } from './ranges';

/**
 * How the lit pixels of a patch become an input neuron's spikes: the time code of a pixel (`latency`: brightness alone; `phase`:
 * also the pixel's place), and what of the train the neuron emits: all of it, or one spike, its first or at the train's mean.
 */
export const TRAIN_CODES = [
  'latency',
  'phase',
  'latency-first',
  'latency-mean',
  'phase-first',
  'phase-mean',
] as const;
export type TrainCode = (typeof TRAIN_CODES)[number];
/**
 * Which halves of a pixel of intensity x have an input neuron: `ink` alone, which spikes at 1 - x; or `both`, with a second neuron for
 * paper, of intensity 1 - x, which spikes at x.
 */
export const POLARITIES = ['ink', 'both'] as const;
export type Polarity = (typeof POLARITIES)[number];
export const RESPONSES = ['average-delay', 'exponential'] as const;
export type Response = (typeof RESPONSES)[number];

/** One set of weights for every place: `channels` neurons look at each kernel x kernel patch, `stride` apart, without padding. */
export interface Convolution {
  channels: number;
  kernel: number;
  stride: number;
}

export interface NetworkSpec {
  /** Image size in pixels; a pixel at or below `cut` (intensity in [0, 1]) is silent. */
  input: { width: number; height: number; cut: number };
  /** Kernel packing: a kernel x kernel patch every `stride` pixels feeds one input neuron. `polarity` is missing for ink alone. */
  coding: { kernel: number; stride: number; train: TrainCode; polarity?: 'both' };
  response: Response;
  /** Convolutional layers in front of the dense ones; missing where there are none. */
  convolutions?: Convolution[];
  /** The dense layers: hidden sizes, then the number of classes. */
  layers: number[];
  /** What the classes are called, where not by their numbers (class-names.ts). */
  classNames?: string[];
  /** Firing threshold theta. */
  threshold: number;
  /** T_max: layer l (1-based) may fire until l * T_max. */
  deadline: number;
}

export const DEFAULT_NETWORK: NetworkSpec = {
  input: { width: RANGES.side.usual, height: RANGES.side.usual, cut: RANGES.cut.usual },
  coding: { kernel: RANGES.kernel.usual, stride: RANGES.kernel.usual, train: 'latency' },
  response: 'average-delay',
  layers: [RANGES.hiddenSize.usual, RANGES.classes.usual],
  threshold: RANGES.threshold.usual,
  deadline: RANGES.deadline.usual,
};

/** The two halves of a train code: when a pixel spikes, and what the neuron emits of the train. */
export function trainParts({ coding }: Pick<NetworkSpec, 'coding'>): {
  pixel: 'latency' | 'phase';
  emits: 'train' | 'first' | 'mean';
} {
  const [pixel, emits = 'train'] = coding.train.split('-');
  return { pixel, emits } as ReturnType<typeof trainParts>;
}

/** Whether an input neuron emits one spike at most, of multiplicity 1: of a patch of one pixel, or the first or mean of a train. */
export function emitsOne({ coding }: Pick<NetworkSpec, 'coding'>): boolean {
  return coding.kernel === 1 || trainParts({ coding }).emits !== 'train';
}

/** Spikes of the train that an input neuron's multiplicity of 1 stands for: m = 2 n / k^2 for a train of n spikes (model.md). */
export function spikesPerMultiplicity(spec: Pick<NetworkSpec, 'coding'>): number {
  return emitsOne(spec) ? 1 : spec.coding.kernel ** 2 / 2;
}

/** Patches along an axis, without padding: floor((side - k) / s) + 1. */
function patchesAlong(
  side: number,
  { kernel, stride }: { kernel: number; stride: number },
): number {
  return Math.floor((side - kernel) / stride) + 1;
}

/** Patches along the two axes. */
export function patchGrid({ input, coding }: NetworkSpec): { columns: number; rows: number } {
  return {
    columns: patchesAlong(input.width, coding),
    rows: patchesAlong(input.height, coding),
  };
}

/** Whether every pixel has two input neurons, ink and paper. Only a pixel has: kernel 1. */
export function hasBothPolarities({ coding }: Pick<NetworkSpec, 'coding'>): boolean {
  return coding.polarity === 'both';
}

/** Where the input neurons are: one a patch, or of a pixel with both polarities two channels, ink and then paper. */
export function inputGrid(spec: NetworkSpec): Grid {
  return { ...patchGrid(spec), channels: hasBothPolarities(spec) ? 2 : 1 };
}

/** Number of input neurons: pixels for k = 1 (twice as many with both polarities), patches otherwise. */
export function inputCount(spec: NetworkSpec): number {
  return gridSize(inputGrid(spec));
}

/** Where the neurons of a layer are; neuron (row * columns + column) * channels + channel. */
export interface Grid {
  columns: number;
  rows: number;
  channels: number;
}

/** The grid of a convolution's neurons over the grid it looks at. */
export function convolvedGrid(before: Grid, convolution: Convolution): Grid {
  return {
    columns: patchesAlong(before.columns, convolution),
    rows: patchesAlong(before.rows, convolution),
    channels: convolution.channels,
  };
}

export function gridSize({ columns, rows, channels }: Grid): number {
  return columns * rows * channels;
}

/** The grids of the input and of every convolutional layer. */
export function layerGrids(spec: NetworkSpec): Grid[] {
  const grids: Grid[] = [inputGrid(spec)];
  for (const convolution of spec.convolutions ?? [])
    grids.push(convolvedGrid(grids[grids.length - 1]!, convolution));
  return grids;
}

/** Neurons of every layer, the input first: [inputs, hidden..., classes]. */
export function layerSizes(spec: NetworkSpec): number[] {
  return [...layerGrids(spec).map(gridSize), ...spec.layers];
}

/** Layers with weights: the convolutional and the dense ones. The output layer is the last, `layerCount` (1-based). */
export function layerCount(spec: NetworkSpec): number {
  return (spec.convolutions?.length ?? 0) + spec.layers.length;
}

export function classCount(spec: Pick<NetworkSpec, 'layers'>): number {
  return spec.layers[spec.layers.length - 1]!;
}

/** Number of synaptic weights of the whole network; those that places share count once. */
export function weightCount(spec: NetworkSpec): number {
  const convolutions = spec.convolutions ?? [];
  const grids = layerGrids(spec);
  const shared = convolutions.map(
    ({ channels, kernel }, l) => channels * kernel * kernel * grids[l]!.channels,
  );
  const sizes = layerSizes(spec).slice(convolutions.length);
  const dense = spec.layers.map((size, l) => size * sizes[l]!);
  return [...shared, ...dense].reduce((sum, count) => sum + count, 0);
}

/** The latest time at which a neuron of layer `layer` (1-based) may fire. */
export function layerDeadline(spec: NetworkSpec, layer: number): number {
  return layer * spec.deadline;
}

/** The name people use: "784-128-10", with convolutions "784-16c5s2-128-10" (16 channels, kernel 5, stride 2). */
export function networkName(spec: NetworkSpec): string {
  return [inputCount(spec), ...layerNames(spec)].join('-');
}

/** The layers' parts of the name; a stride of 1 is left out. */
export function layerNames(spec: Pick<NetworkSpec, 'convolutions' | 'layers'>): string[] {
  const convolutions = (spec.convolutions ?? []).map(
    ({ channels, kernel, stride }) => `${channels}c${kernel}${stride === 1 ? '' : `s${stride}`}`,
  );
  return [...convolutions, ...spec.layers.map(String)];
}
