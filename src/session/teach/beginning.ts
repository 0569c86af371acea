/** The network that own classes are taught to, and how: measured on simulated hands and on MNIST's digits (docs/decisions/data-and-files.md). */
import type { ImageSet } from '../../data/image-set';
import { TEN } from '../../data/taught/taught-names';
import type { Network } from '../../engine/engine';
import { hasClassNames } from '../../model/class-names';
import { initialise, measureInputSpikes } from '../../model/initialise';
import { classCount, DEFAULT_NETWORK, inputCount, type NetworkSpec } from '../../model/network';
import { RANGES } from '../../model/ranges';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';

/** Of few drawings more hidden neurons learn no better, and these take half the time. */
const HIDDEN = 64;
/** ... and beside ten digits. */
const HIDDEN_BESIDE = 128;

/**
 * How many images are learned from, most of them distorted: of up to three own classes, and so many more for each further one; with
 * digits beside them, in all.
 */
const LEARNED = { three: 6000, further: 1800, widened: 12_000, beside: 30_000 };

export interface Beginning {
  network: Network;
  settings: TrainingSettings;
}

/** Whether the first ten outputs answer with digits, of images as these. */
function knowsDigits(spec: NetworkSpec, { width, height }: ImageSet): boolean {
  const named = hasClassNames(spec) ? spec.classNames!.slice(0, 10).join() : null;
  return (
    spec.input.width === width &&
    spec.input.height === height &&
    (named === null ? classCount(spec) === 10 : named === TEN.join())
  );
}

/** New weights, of a seed that is always the same: the same drawings give the same network. */
function fresh(spec: NetworkSpec, set: ImageSet): Network {
  const spikes = Math.max(1, measureInputSpikes(spec, set.images)) || inputCount(spec);
  return { spec, weights: initialise(spec, DEFAULT_TRAINING.seed, spikes) };
}

/** The network with the outputs of `set` in place of its own: what it knows of digits stays, the others' weights are new. */
function widened({ spec, weights }: Network, set: ImageSet): Network {
  const next = fresh(
    {
      ...spec,
      layers: [...spec.layers.slice(0, -1), set.classes],
      classNames: [...set.classNames!],
    },
    set,
  );
  const last = weights.length - 1;
  const inputs = weights[last]!.length / classCount(spec);
  weights.forEach((layer, l) => {
    next.weights[l]!.set(l === last ? layer.subarray(0, 10 * inputs) : layer);
  });
  return next;
}

const epochsOf = (images: number, count: number): number =>
  Math.min(RANGES.epochs.range[1], Math.max(1, Math.round(images / count)));

/**
 * @param set what is learned; with digits beside, these come first
 * @param here the network on the page, where digits are learned beside: one that knows them keeps what it knows
 */
export function beginning(set: ImageSet, here: Network | null, beside = here !== null): Beginning {
  const { count, classes } = set;
  const settings: TrainingSettings = {
    ...DEFAULT_TRAINING,
    loss: 'cross-entropy',
    batch: beside ? 32 : 16,
    distort: beside ? 'affine' : 'affine+elastic',
  };
  if (here && knowsDigits(here.spec, set)) {
    const epochs = epochsOf(LEARNED.widened, count);
    return { network: widened(here, set), settings: { ...settings, epochs, learningRate: 5e-4 } };
  }
  const spec = {
    ...DEFAULT_NETWORK,
    input: { ...DEFAULT_NETWORK.input, width: set.width, height: set.height },
    layers: [beside ? HIDDEN_BESIDE : HIDDEN, classes],
    classNames: [...set.classNames!],
  };
  const images = beside
    ? LEARNED.beside
    : LEARNED.three + LEARNED.further * Math.max(0, classes - 3);
  return {
    network: fresh(spec, set),
    settings: { ...settings, epochs: epochsOf(images, count), learningRate: 2e-3 },
  };
}
