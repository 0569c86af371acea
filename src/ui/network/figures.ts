/** What a network costs: the figures beside its editor. */
import type { ImageSet } from '../../data/image-set';
import { layerPlans } from '../../model/layers';
import { inputCount, layerSizes, weightCount, type NetworkSpec } from '../../model/network';
import type { OptimizerName } from '../../model/optimizer';
import { inputSpikes } from './input-spikes';

/** Synaptic operations an image, as an evaluation of the test set has counted them. */
export interface Counted {
  spec: NetworkSpec;
  operations: number;
}

export interface Operations {
  /** An image. */
  count: number;
  /**
   * `counted` by an evaluation of this very network; `scaled` from the evaluation of the network at work by what both could
   * cost at most; `at most`: every hidden neuron fires, and none before its inputs.
   */
  how: 'counted' | 'scaled' | 'at most';
  /** As a share of the same network without packing, by what both could cost at most. */
  share: number;
}

export interface Figures {
  inputs: number;
  /** Neurons after the input. */
  neurons: number;
  /** Those that positions share count once. */
  weights: number;
  /** Synapses: what the weights would be if no positions shared them. */
  synapses: number;
  /** Weights as a share of the same network without packing, (0, 1] for most. */
  weightShare: number;
  /** Mean number of input neurons that spike, an image of the set; null without data of this size. */
  inputSpikes: number | null;
  /** Mean number of spikes they emit, those of trains counted one by one. */
  emittedSpikes: number | null;
  operations: Operations | null;
  /** Bytes that training keeps: weights, gradients and the optimiser's state. */
  memory: number;
  /** Bytes of the weights alone: about the size of the model file. */
  file: number;
}

const unpacked = (spec: NetworkSpec): NetworkSpec => ({
  ...spec,
  coding: { ...spec.coding, kernel: 1, stride: 1 },
});

/** What an image could cost at most. */
function mostOperations(spec: NetworkSpec, set: ImageSet | null): number | null {
  const input = inputSpikes(spec, set);
  if (input === null) return null;
  // What a presynaptic neuron reaches on average: those at the edge of a map lie in fewer patches.
  return layerPlans(spec).reduce((sum, { before, positions, weights }, l) => {
    const spiking = l === 0 ? input.neurons : before;
    return sum + (spiking * positions * weights) / before;
  }, 0);
}

function operationsOf(
  spec: NetworkSpec,
  set: ImageSet | null,
  counted: Counted | null,
): Operations | null {
  const most = mostOperations(spec, set);
  const plain = mostOperations(unpacked(spec), set);
  if (most === null || plain === null) return null;
  const share = plain > 0 ? most / plain : 1;
  if (!counted) return { count: most, how: 'at most', share };
  if (JSON.stringify(counted.spec) === JSON.stringify(spec)) {
    return { count: counted.operations, how: 'counted', share };
  }
  const reference = mostOperations(counted.spec, set);
  if (!reference) return { count: most, how: 'at most', share };
  return { count: (counted.operations * most) / reference, how: 'scaled', share };
}

/** @param counted the last evaluation's count, for the network that was evaluated */
export function figuresOf(
  spec: NetworkSpec,
  set: ImageSet | null,
  optimizer: OptimizerName = 'adam',
  counted: Counted | null = null,
): Figures {
  const weights = weightCount(spec);
  const input = inputSpikes(spec, set);
  return {
    inputs: inputCount(spec),
    neurons: layerSizes(spec)
      .slice(1)
      .reduce((sum, size) => sum + size, 0),
    weights,
    synapses: layerPlans(spec).reduce((sum, plan) => sum + plan.positions * plan.weights, 0),
    weightShare: weights / weightCount(unpacked(spec)),
    inputSpikes: input?.neurons ?? null,
    emittedSpikes: input?.spikes ?? null,
    operations: operationsOf(spec, set, counted),
    // Four bytes each: the weight, its gradient, and one moment (SGD) or two (Adam).
    memory: 4 * weights * (optimizer === 'adam' ? 4 : 3),
    file: 4 * weights,
  };
}
