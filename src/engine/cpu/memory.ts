/** The flat arrays the CPU's kernels work on. They can live in one buffer, a WebAssembly memory for instance. */
import { layerPlans, type LayerPlan } from '../../model/layers';
import { emitsOne, inputCount, type NetworkSpec } from '../../model/network';
import { float32AtMost } from '../shared/float32-at-most';
import type { Arena } from './arena';
import { createPatchMemory, type PatchMemory } from './patches';
import { spikeLists, type SpikeLists } from './spike-lists';

/** Rows are padded to a multiple of this many neurons (four SIMD vectors of four). */
export const LANES = 16;

/**
 * One layer's weights and what it does with a batch. Rows are `stride` long; the padding stays 0 and never fires. To the kernels a
 * convolution is a dense layer that gets a sample's patches one after the other: `place` counts samples, times positions.
 */
export interface LayerMemory {
  /** Presynaptic neurons of one neuron. */
  inputs: number;
  /** Neurons with weights of their own: those of one position. */
  neurons: number;
  stride: number;
  /** Neurons of a block: the weights are [blocks, presynaptic, width], so that those of a block lie close together. */
  width: number;
  /** Positions of a convolution, 1 of a dense layer. */
  positions: number;
  /** How spikes reach the patches, in a convolution. */
  patches?: PatchMemory;
  deadline: number;
  /** [blocks, presynaptic, width]: a spike adds one contiguous row to all its targets of a block. */
  weights: Float32Array;
  /** Optimiser state, shaped like the weights. */
  first: Float32Array;
  second: Float32Array;
  /** Running average of the weights, where one is kept. */
  average?: Float32Array;
  /** [presynaptic] 1 once a row ever had a gradient: before that, its update changes nothing. */
  touched: Uint8Array;
  /** [places, stride] spike time; +Infinity silent. */
  times: Float32Array;
  /** [places, stride] slope A (exponential: D) at the spike. */
  slope: Float32Array;
  /** [places, stride] length of the causal prefix of the presynaptic list; 0 silent. */
  causal: Uint32Array;
  /** The layer's own spikes, what the next layer walks: neuron position * neurons + neuron of a sample. */
  spikes: SpikeLists;
  /** [places, stride] dE/dt_j over the (floored) slope: what dE/dw_ij and dE/dt_i have in common. */
  gain: Float32Array;
  /** [places, stride] the time those derivatives refer to: t_j, or the deadline for a silent output that is pushed. */
  reference: Float32Array;
  /** [places] latest reference; -Infinity where no neuron has an error. */
  horizon: Float32Array;
}

/** What a batch brings. */
export interface BatchMemory {
  /** The input's spikes. */
  input: SpikeLists;
  /** [batch] true classes. */
  labels: Uint8Array;
}

export interface NetworkMemory extends BatchMemory {
  spec: NetworkSpec;
  /** Samples a batch has room for. */
  batch: number;
  /** Room for the next batch, filled while the kernels are at work on this one. */
  next: BatchMemory;
  /** [batch, height, width] bytes: where images are put to be encoded. */
  images: Uint8Array;
  layers: LayerMemory[];
  /** [batch] loss of every sample. */
  loss: Float32Array;
}

export function padded(neurons: number): number {
  return Math.ceil(neurons / LANES) * LANES;
}

/**
 * @param average whether a running average of the weights is kept
 * @param block neurons whose weights lie close together; all of a layer without
 */
export function createMemory(
  arena: Arena,
  spec: NetworkSpec,
  batch: number,
  average: boolean,
  block?: number,
): NetworkMemory {
  const trains = !emitsOne(spec);
  const layers = layerPlans(spec).map((plan: LayerPlan): LayerMemory => {
    const { inputs, rows: neurons, positions } = plan;
    const stride = padded(neurons);
    const places = batch * positions;
    const layer: LayerMemory = {
      inputs,
      neurons,
      stride,
      width: block ?? stride,
      positions,
      deadline: float32AtMost(plan.deadline),
      weights: arena.f32(inputs * stride),
      first: arena.f32(inputs * stride),
      second: arena.f32(inputs * stride),
      touched: arena.u8(inputs),
      times: arena.f32(places * stride).fill(Infinity),
      slope: arena.f32(places * stride),
      causal: arena.u32(places * stride),
      spikes: spikeLists(arena, batch, plan.neurons, false),
      gain: arena.f32(places * stride),
      reference: arena.f32(places * stride),
      horizon: arena.f32(places),
    };
    if (average) layer.average = arena.f32(inputs * stride);
    if (plan.patch) {
      const lists = spikeLists(arena, places, inputs, plan.layer === 1 && trains);
      layer.patches = createPatchMemory(arena, plan, lists);
    }
    return layer;
  });
  const batchMemory = (): BatchMemory => ({
    input: spikeLists(arena, batch, inputCount(spec), trains),
    labels: arena.u8(batch),
  });
  return {
    spec,
    batch,
    ...batchMemory(),
    next: batchMemory(),
    images: arena.u8(batch * spec.input.width * spec.input.height),
    layers,
    loss: arena.f32(batch),
  };
}

/** The next batch becomes this one, whose room is the next one's. */
export function swapBatches(memory: NetworkMemory): void {
  const { input, labels, next } = memory;
  memory.input = next.input;
  memory.labels = next.labels;
  memory.next = { input, labels };
}

/** The lists that the neurons of layer `l` (0-based) receive, one a place: a sample's, or in a convolution a patch's. */
export function presynaptic(memory: NetworkMemory, l: number): SpikeLists {
  return memory.layers[l]!.patches?.lists ?? before(memory, l);
}

/** The lists of the layer before layer `l` (0-based), one a sample. */
export function before(memory: NetworkMemory, l: number): SpikeLists {
  return l === 0 ? memory.input : memory.layers[l - 1]!.spikes;
}

/** The weights a forward pass uses: the layer's own, or their running average where one is kept and asked for. */
export function weightsOf(layer: LayerMemory, average: boolean): Float32Array {
  return (average ? layer.average : undefined) ?? layer.weights;
}

/** Where the weight from presynaptic neuron `i` to neuron `j` is. */
export function weightAt({ inputs, width }: LayerMemory, i: number, j: number): number {
  return (Math.floor(j / width) * inputs + i) * width + (j % width);
}

/** [postsynaptic, presynaptic] rows into the kernels' blocks. */
export function transposeIn(
  layer: LayerMemory,
  target: Float32Array,
  rows: ArrayLike<number>,
): void {
  const { inputs, neurons, width } = layer;
  for (let j = 0; j < neurons; j++) {
    const first = weightAt(layer, 0, j);
    for (let i = 0; i < inputs; i++) target[first + i * width] = rows[j * inputs + i]!;
  }
}

/** The kernels' blocks into fresh [postsynaptic, presynaptic] rows. */
export function transposeOut(layer: LayerMemory, source: Float32Array): Float32Array<ArrayBuffer> {
  const { inputs, neurons, width } = layer;
  const rows = new Float32Array(neurons * inputs);
  for (let j = 0; j < neurons; j++) {
    const first = weightAt(layer, 0, j);
    for (let i = 0; i < inputs; i++) rows[j * inputs + i] = source[first + i * width]!;
  }
  return rows;
}
