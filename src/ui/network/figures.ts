/** What a network costs: the figures beside its editor. */
import type { ImageSet } from '../../data/image-set';
import { measureInputSpikes } from '../../model/initialise';
import { inputCount, layerSizes, weightCount, type NetworkSpec } from '../../model/network';

export interface Figures {
  inputs: number;
  weights: number;
  /** Weights as a share of the same network without packing, (0, 1] for most. */
  weightShare: number;
  /** Mean number of input neurons that spike, an image; null without data of this size. */
  inputSpikes: number | null;
  /** Synaptic operations an image when every hidden neuron fires and none before its inputs: the most there can be. */
  operations: number | null;
}

/** Enough for the mean to be right within two per cent, few enough to follow a slider. */
const MEASURED_IMAGES = 200;

export function figuresOf(spec: NetworkSpec, set: ImageSet | null): Figures {
  const inputs = inputCount(spec);
  const weights = weightCount(spec);
  const unpacked = weightCount({ ...spec, coding: { ...spec.coding, kernel: 1, stride: 1 } });
  const fits = set?.width === spec.input.width && set.height === spec.input.height;
  const inputSpikes = fits ? measureInputSpikes(spec, set.images, MEASURED_IMAGES) : null;
  const sizes = layerSizes(spec);
  const later = sizes.slice(2).reduce((sum, size, l) => sum + size * sizes[l + 1]!, 0);
  return {
    inputs,
    weights,
    weightShare: weights / unpacked,
    inputSpikes,
    operations: inputSpikes === null ? null : inputSpikes * sizes[1]! + later,
  };
}
