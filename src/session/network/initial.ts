/** New weights for a description: measured on the data set at hand, seeded. */
import { sameSize, type ImageSet } from '../../data/image-set';
import type { Network } from '../../engine/engine';
import { initialise, measureInputSpikes } from '../../model/initialise';
import { isPointSize } from '../../data/points/point';
import {
  DEFAULT_NETWORK,
  hasBothPolarities,
  inputCount,
  type NetworkSpec,
} from '../../model/network';
import type { Core } from '../core/core';
import { MNIST } from '../data/data-id';
import type { Birth } from './network';

/** Share of input neurons that spike when there is no data to measure (MNIST, model.md). */
const USUAL_SHARE = 0.2;

/**
 * `measureInputSpikes` over MNIST's training images, by kernel / stride at the default cut: known before the images have
 * come, so that a reset at once gives the same weights as a later one and as the commands.
 */
const MNIST_SPIKES: Record<string, number> = {
  '1/1': 134.769,
  '2/2': 46.625,
  '4/2': 71.06,
  '4/4': 17.634,
};

function known({ input, coding }: NetworkSpec): number | undefined {
  const { width, height, cut } = DEFAULT_NETWORK.input;
  const same = input.width === width && input.height === height && input.cut === cut;
  const usual = same && !hasBothPolarities({ coding });
  return usual ? MNIST_SPIKES[`${coding.kernel}/${coding.stride}`] : undefined;
}

function fits(spec: NetworkSpec, set: ImageSet | null): set is ImageSet {
  return set !== null && sameSize(set, spec.input);
}

/** Measures once for every coding, so that a reset gives the same weights however much of a data set has been loaded since. */
export function createInitialiser(core: Pick<Core, 'data'>) {
  const measured = new Map<string, number>();

  const measureKey = ({ input, coding }: NetworkSpec) => JSON.stringify([input, coding]);

  function inputSpikes(spec: NetworkSpec): number {
    const { id, train, test } = core.data.getState();
    const key = measureKey(spec);
    // Of a point every input neuron spikes.
    if (isPointSize(spec.input) && spec.input.cut === 0) return inputCount(spec);
    const before = measured.get(key) ?? (id === MNIST ? known(spec) : undefined);
    if (before !== undefined) return before;
    const set = [train.set, test.set].find((s) => fits(spec, s));
    if (!set) return USUAL_SHARE * inputCount(spec);
    const spikes = measureInputSpikes(spec, set.images);
    measured.set(key, spikes);
    return spikes;
  }

  return {
    /** What new weights of `seed` are made from now. */
    birth: (spec: NetworkSpec, seed: number): Birth => ({
      seed,
      threshold: spec.threshold,
      drive: inputSpikes(spec),
    }),
    network: (spec: NetworkSpec, { seed, threshold, drive }: Birth): Network => ({
      spec,
      weights: initialise({ ...spec, threshold }, seed, drive),
    }),
    /** Another data set takes over: what was measured is the former one's. */
    forget: (): void => measured.clear(),
    /** From now on new weights are scaled for `drive`, whatever is measured: as those of the link that says so. */
    settle(spec: NetworkSpec, drive: number): void {
      measured.set(measureKey(spec), drive);
    },
  };
}

export type Initialiser = ReturnType<typeof createInitialiser>;
