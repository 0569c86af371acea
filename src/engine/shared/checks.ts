/** What every engine refuses, and in which words. */
import { sameSize, type Images, type ImageSet, type ImageSize } from '../../data/image-set';
import { imprecisionProblem, type Imprecision } from '../../model/imprecise';
import { layerPlans } from '../../model/layers';
import { networkName, type NetworkSpec } from '../../model/network';
import { settingsProblem, type TrainingSettings } from '../../model/training';
import { EngineError, type DataRole, type Network } from '../engine';
import { formatCount, plural, verb } from '../../words/numbers';

export function requireNetwork<T>(network: T | undefined): T {
  if (network === undefined) throw new EngineError('There is no network yet: load one first.');
  return network;
}

/** The data set of a role, if it is there and fits the network. */
export function requireData(
  set: ImageSet | undefined,
  role: DataRole,
  { input, layers }: NetworkSpec,
): ImageSet {
  const name = role === 'train' ? 'training' : 'test';
  if (set === undefined || set.count === 0) {
    throw new EngineError(`There is no ${name} data yet: load a data set first.`);
  }
  requireSize(set, `${name} images`, input);
  const classes = layers[layers.length - 1]!;
  if (set.classes > classes) {
    throw new EngineError(
      `The ${name} data has ${set.classes} classes, but the network tells only ${classes} apart: ` +
        `give it ${set.classes} outputs.`,
    );
  }
  return set;
}

/** Weights must have the shapes the description says, and be finite. */
export function checkWeights({ spec, weights }: Network): void {
  const plans = layerPlans(spec);
  if (weights.length !== plans.length) {
    throw new EngineError(
      `The network ${networkName(spec)} needs ${plans.length} layers of weights, but ${weights.length} were given.`,
    );
  }
  weights.forEach((layer, l) => {
    const expected = plans[l]!.weights;
    if (layer.length !== expected) {
      throw new EngineError(
        `Layer ${l + 1} of the network ${networkName(spec)} needs ${plural(expected, 'weight')}, but ${formatCount(layer.length)} ${verb(layer.length, 'was', 'were')} given.`,
      );
    }
    if (!layer.every(Number.isFinite)) {
      throw new EngineError(`Layer ${l + 1} holds a weight that is not a finite number.`);
    }
  });
}

/** The one place where images meet a network: sizes are compared, never bytes alone. */
function requireSize(images: ImageSize, what: string, input: ImageSize): void {
  if (sameSize(images, input)) return;
  throw new EngineError(
    `The ${what} are ${images.width} x ${images.height} pixels, but the network takes ` +
      `${input.width} x ${input.height}: choose a network of the images' size.`,
  );
}

/** The bytes of images that fit the network: [count, height, width]. */
export function requireImages({ input }: NetworkSpec, images: Images): Uint8Array<ArrayBuffer> {
  requireSize(images, 'images', input);
  const { width, height, count, images: bytes } = images;
  if (bytes.length !== count * width * height) {
    throw new EngineError(
      `${plural(bytes.length, 'byte')} ${verb(bytes.length, 'is', 'are')} not ${plural(count, 'image')} of ${width} x ${height} pixels.`,
    );
  }
  return bytes;
}

export function checkImprecision(imprecision: Imprecision): void {
  const problem = imprecisionProblem(imprecision);
  if (problem !== null) throw new EngineError(problem);
}

/** Settings with which training makes sense. */
export function checkSettings(settings: TrainingSettings): void {
  const problem = settingsProblem(settings);
  if (problem !== null) throw new EngineError(problem);
}
