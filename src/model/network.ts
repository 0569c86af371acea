/** What a network is: the description that a model file, a link and the page's editor share (formats.md). */

export type TrainCode = 'latency' | 'phase';
export type Response = 'average-delay' | 'exponential';

export interface NetworkSpec {
  /** Image size in pixels; a pixel at or below `cut` (intensity in [0, 1]) is silent. */
  input: { width: number; height: number; cut: number };
  /** Kernel packing: a kernel x kernel patch every `stride` pixels feeds one input neuron. */
  coding: { kernel: number; stride: number; train: TrainCode };
  response: Response;
  /** Hidden sizes, then the number of classes. */
  layers: number[];
  /** Firing threshold theta. */
  threshold: number;
  /** T_max: layer l (1-based) may fire until l * T_max. */
  deadline: number;
}

/** [smallest, largest] of every number a network holds; `cut` excludes its upper end, `threshold` and `deadline` their lower. */
export const RANGES = {
  side: [1, 64],
  cut: [0, 1],
  kernel: [1, 8],
  hiddenLayers: [0, 3],
  hiddenSize: [1, 1024],
  classes: [2, 26],
  threshold: [0, 100],
  deadline: [0, 100],
} as const;

export const DEFAULT_NETWORK: NetworkSpec = {
  input: { width: 28, height: 28, cut: 0.1 },
  coding: { kernel: 1, stride: 1, train: 'latency' },
  response: 'average-delay',
  layers: [128, 10],
  threshold: 1,
  deadline: 3,
};

/** Patches along the two axes, without padding: floor((side - k) / s) + 1. */
export function patchGrid(spec: NetworkSpec): { columns: number; rows: number } {
  const { kernel, stride } = spec.coding;
  return {
    columns: Math.floor((spec.input.width - kernel) / stride) + 1,
    rows: Math.floor((spec.input.height - kernel) / stride) + 1,
  };
}

/** Number of input neurons: pixels for k = 1, patches otherwise. */
export function inputCount(spec: NetworkSpec): number {
  const { columns, rows } = patchGrid(spec);
  return columns * rows;
}

/** Neurons of every layer, the input first: [inputs, hidden..., classes]. */
export function layerSizes(spec: NetworkSpec): number[] {
  return [inputCount(spec), ...spec.layers];
}

export function classCount(spec: NetworkSpec): number {
  return spec.layers[spec.layers.length - 1]!;
}

/** Number of synaptic weights of the whole network. */
export function weightCount(spec: NetworkSpec): number {
  const sizes = layerSizes(spec);
  return spec.layers.reduce((sum, size, l) => sum + size * sizes[l]!, 0);
}

/** The latest time at which a neuron of layer `layer` (1-based) may fire. */
export function layerDeadline(spec: NetworkSpec, layer: number): number {
  return layer * spec.deadline;
}

/** The name people use: "784-128-10". */
export function networkName(spec: NetworkSpec): string {
  return layerSizes(spec).join('-');
}
