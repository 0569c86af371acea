/**
 * The layers with weights, one after the other: what every kernel, view and file needs to know of each, whatever its kind. A dense
 * layer is a convolution of one position whose patch is the whole layer before.
 */
import {
  gridSize,
  layerDeadline,
  layerGrids,
  layerSizes,
  type Grid,
  type NetworkSpec,
} from './network';
import { order, type Volley } from './volley';

export interface LayerPlan {
  kind: 'convolution' | 'dense';
  /** 1-based: layer 0 is the input. */
  layer: number;
  /** Neurons of the layer before, all of them. */
  before: number;
  /** Presynaptic neurons of one neuron: all of the layer before, or its patch (kernel * kernel * channels before). */
  inputs: number;
  /** Neurons with weights of their own: the channels of a convolution, all neurons of a dense layer. */
  rows: number;
  /** Places that share those weights; 1 for a dense layer. */
  positions: number;
  /** positions * rows. Neuron position * rows + row has the weights of `row`. */
  neurons: number;
  /** The latest time at which the layer may fire. */
  deadline: number;
  /** Number of weights, [rows, inputs] row-major. */
  weights: number;
  /** The weights' shape in a model file: [rows, inputs], or [channels, kernel, kernel, channels before]. */
  shape: number[];
  /** Of a convolution only: which patch a position has. */
  patch?: Patches;
}

/** Where a convolution's patches are: element (ky * kernel + kx) * channels + c of a patch is neuron c at (x + kx, y + ky). */
export interface Patches {
  kernel: number;
  stride: number;
  /** The grid looked at. */
  before: Grid;
  /** The grid of the layer's own neurons. */
  grid: Grid;
}

/** The plan of every layer with weights, the first hidden one first; its index is `layer` - 1. */
export function layerPlans(spec: NetworkSpec): LayerPlan[] {
  const convolutions = spec.convolutions ?? [];
  const grids = layerGrids(spec);
  const sizes = layerSizes(spec);
  return sizes.slice(1).map((neurons, l): LayerPlan => {
    const layer = l + 1;
    const before = sizes[l]!;
    const deadline = layerDeadline(spec, layer);
    const convolution = convolutions[l];
    if (!convolution) {
      const weights = neurons * before;
      const shape = [neurons, before];
      const counts = { before, inputs: before, rows: neurons, positions: 1, neurons, weights };
      return { kind: 'dense', layer, ...counts, deadline, shape };
    }
    const { channels, kernel, stride } = convolution;
    const patch = { kernel, stride, before: grids[l]!, grid: grids[l + 1]! };
    const inputs = kernel * kernel * patch.before.channels;
    const positions = gridSize(patch.grid) / channels;
    const counts = { before, inputs, rows: channels, positions, neurons };
    const shape = [channels, kernel, kernel, patch.before.channels];
    const weights = channels * inputs;
    return { kind: 'convolution', layer, ...counts, weights, deadline, shape, patch };
  });
}

/** Where the weights of neuron `neuron` start in its layer's [rows, inputs] array. */
export function weightRow({ rows, inputs }: LayerPlan, neuron: number): number {
  return (neuron % rows) * inputs;
}

/** The place of neuron `neuron`: the index of its patch. */
export function positionOf({ rows }: LayerPlan, neuron: number): number {
  return Math.floor(neuron / rows);
}

/** Which neuron of the layer before is element `element` of the patch at `position`. */
export function patchNeuron({ patch }: LayerPlan, position: number, element: number): number {
  if (!patch) return element;
  const { kernel, stride, before, grid } = patch;
  const channel = element % before.channels;
  const place = Math.floor(element / before.channels);
  const x = (position % grid.columns) * stride + (place % kernel);
  const y = Math.floor(position / grid.columns) * stride + Math.floor(place / kernel);
  return (y * before.columns + x) * before.channels + channel;
}

/** [inputs] the neurons of the layer before that reach the neurons at `position`, ascending. */
export function patchNeurons(plan: LayerPlan, position: number): Uint32Array<ArrayBuffer> {
  return Uint32Array.from({ length: plan.inputs }, (_, e) => patchNeuron(plan, position, e));
}

/**
 * Which element of the patch at `position` neuron `presynaptic` of the layer before is; -1 where it does not reach that position.
 * The weight of the synapse to neuron j is element `weightRow(plan, j) + patchElement(plan, positionOf(plan, j), presynaptic)`.
 */
export function patchElement({ patch }: LayerPlan, position: number, presynaptic: number): number {
  if (!patch) return presynaptic;
  const { kernel, stride, before, grid } = patch;
  const channel = presynaptic % before.channels;
  const place = Math.floor(presynaptic / before.channels);
  const kx = (place % before.columns) - (position % grid.columns) * stride;
  const ky = Math.floor(place / before.columns) - Math.floor(position / grid.columns) * stride;
  if (kx < 0 || kx >= kernel || ky < 0 || ky >= kernel) return -1;
  return (ky * kernel + kx) * before.channels + channel;
}

/**
 * What reaches the neurons at `position`: the volley itself, or its patch as a volley of its own, [inputs] in patch order.
 * Patch elements ascend with the neurons they are, so simultaneous spikes keep their order.
 */
export function receive(plan: LayerPlan, volley: Volley, position: number): Volley {
  if (!plan.patch) return volley;
  const neurons = patchNeurons(plan, position);
  const times = Float64Array.from(neurons, (i) => volley.times[i]!);
  return {
    times,
    multiplicity: Float64Array.from(neurons, (i) => volley.multiplicity[i]!),
    order: order(times),
  };
}

/** `receive`, neuron by neuron: those that share a patch lie one after the other, so it is kept for the next one. */
export function receiver(plan: LayerPlan, volley: Volley): (neuron: number) => Volley {
  let at = -1;
  let received = volley;
  return (neuron) => {
    const position = positionOf(plan, neuron);
    if (position !== at) received = receive(plan, volley, position);
    at = position;
    return received;
  };
}
