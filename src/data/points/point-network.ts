/** The network and the training that points begin with. */
import { DEFAULT_NETWORK, type NetworkSpec } from '../../model/network';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import { POINT_SIZE } from './point';
import { POINT_SETS } from './point-sets';
import type { Points } from './points-spec';

/** Every pixel of a point spikes, the darkest too. */
export const POINT_CUT = 0;

const HIDDEN = [12];

/** 5-12-3 for three classes. @param hidden what the set asks for (`hiddenFor`) */
export function pointNetwork(classes: number, hidden: readonly number[] = HIDDEN): NetworkSpec {
  return {
    ...DEFAULT_NETWORK,
    input: { ...POINT_SIZE, cut: POINT_CUT },
    layers: [...hidden, classes],
  };
}

/** Hidden layers with which a set is learned: few neurons, unless the set is too hard for them. */
export const hiddenFor = (set: Points['set']): readonly number[] =>
  (set === 'own' ? undefined : POINT_SETS[set].hidden) ?? HIDDEN;

/** What small networks of points learn well with: larger steps, every point teaching at every step, and little between two classes. */
export const POINT_TRAINING = {
  epochs: 60,
  learningRate: 0.02,
  loss: 'cross-entropy',
  // A point moved is another point.
  distort: 'none',
  temperature: 0.01,
} as const satisfies Partial<TrainingSettings>;

/** All settings that a network of points begins with. */
export const POINT_SETTINGS: TrainingSettings = { ...DEFAULT_TRAINING, ...POINT_TRAINING };
