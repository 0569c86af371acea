/** The network on the page: its description, where its weights come from, and what a change would cost. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isPointSize } from '../../data/points/point';
import type { ImageSet } from '../../data/image-set';
import type { Evaluation } from '../../engine/engine';
import { DEFAULT_NETWORK, type NetworkSpec } from '../../model/network';
import type { TrainingSettings } from '../../model/training';
import { NetworkError, parseNetwork } from '../../model/validate';

/** What new weights were made from: with the description, it gives the same weights again. */
export interface Birth {
  seed: number;
  /** Threshold they were scaled for; the description's may have been changed since. */
  threshold: number;
  /** Input spikes an image they were scaled for. */
  drive: number;
}

export interface Origin {
  kind: 'shipped' | 'file' | 'new' | 'trained';
  /** The shipped model's or the file's name. */
  name: string;
  /** Of new weights. */
  birth?: Birth;
  /** The settings of the training that made the weights, as far as a model says. */
  learned?: Partial<TrainingSettings>;
}

export interface NetworkState {
  spec: NetworkSpec;
  origin: Origin;
  /** Goes up whenever weights change: a view that shows weights reads them again. */
  version: number;
  /** Newest weights read back, [postsynaptic * presynaptic] a layer; null until the first network is there. */
  weights: Float32Array<ArrayBuffer>[] | null;
  /** Evaluation of the whole test set with the weights of `evaluatedStep`. */
  evaluation: Evaluation | null;
  /** Training steps made when `evaluation` was measured. */
  evaluatedStep: number;
}

export type NetworkStore = StoreApi<NetworkState>;

export function createNetworkStore(): NetworkStore {
  return createStore<NetworkState>(() => ({
    spec: DEFAULT_NETWORK,
    origin: { kind: 'new', name: '' },
    version: 0,
    weights: null,
    evaluation: null,
    evaluatedStep: 0,
  }));
}

/** Whether going from one description to another keeps the weights (threshold, deadline, cut) or needs new ones. */
export function changeCost(
  from: NetworkSpec,
  to: NetworkSpec,
): 'none' | 'keeps weights' | 'new network' {
  if (JSON.stringify(from) === JSON.stringify(to)) return 'none';
  const shape = ({ input, coding, convolutions = [], layers, response }: NetworkSpec) =>
    JSON.stringify([
      input.width,
      input.height,
      coding.kernel,
      coding.stride,
      coding.train,
      coding.polarity,
      response,
      convolutions.map(({ channels, kernel, stride: step }) => [channels, kernel, step]),
      layers,
    ]);
  return shape(from) === shape(to) ? 'keeps weights' : 'new network';
}

/** A description where it can be a network; null where a part of it does not fit another, such as a patch the images. */
export function fittingOrNull(spec: NetworkSpec): NetworkSpec | null {
  try {
    return parseNetwork(spec);
  } catch (error) {
    if (error instanceof NetworkError) return null;
    throw error;
  }
}

/** A description for other images or another coding: without convolutions where these do not fit what they would look at. */
export function withFittingConvolutions(spec: NetworkSpec): NetworkSpec {
  const whole = fittingOrNull(spec);
  if (whole) return whole;
  const { convolutions: _, ...dense } = spec;
  return parseNetwork(dense);
}

/** The description for images and classes of a data set. */
export function fittedTo(
  spec: NetworkSpec,
  {
    width,
    height,
    classes,
    classNames,
  }: Pick<ImageSet, 'width' | 'height' | 'classes' | 'classNames'>,
): NetworkSpec {
  const kernel = Math.min(spec.coding.kernel, width, height);
  // The names of the classes were those of another set.
  const { classNames: _, ...rest } = spec;
  const { polarity: __, ...inkAlone } = spec.coding;
  // A point's values have their halves already.
  const coding = isPointSize({ width, height }) ? inkAlone : spec.coding;
  return withFittingConvolutions({
    ...rest,
    ...(classNames && { classNames: [...classNames] }),
    input: { ...spec.input, width, height },
    coding: { ...coding, kernel, stride: Math.min(spec.coding.stride, kernel) },
    layers: [...spec.layers.slice(0, -1), Math.max(2, classes)],
  });
}
