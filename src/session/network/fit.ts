/** A network for a data set that the one on the page does not read. */
import type { ImageSet, ImageSize, SetHead } from '../../data/image-set';
import { isPointSize } from '../../data/points/point';
import { OWN_EPOCHS } from '../../data/points/own-points';
import { hiddenFor, pointNetwork, POINT_TRAINING } from '../../data/points/point-network';
import { POINT_SET_NAMES } from '../../data/points/point-sets';
import type { Points } from '../../data/points/points-spec';
import { classCount, DEFAULT_NETWORK, networkName, type NetworkSpec } from '../../model/network';
import { RANGES } from '../../model/ranges';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { Core } from '../core/core';
import { changeCost, fittedTo } from './network';
import type { Training } from '../training/train-loop';
import type { NetworkActions } from './network-actions';

const { epochs, learningRate, loss, temperature } = DEFAULT_TRAINING;

/** Settings that come with a network of points in place of one of images, or the other way round. */
export function settingsBetween(
  from: ImageSize,
  to: ImageSize,
): Partial<TrainingSettings> | undefined {
  if (isPointSize(from) === isPointSize(to)) return undefined;
  return isPointSize(to) ? POINT_TRAINING : { epochs, learningRate, loss, temperature };
}

/** Whether points of any set begin with this network. */
function beginsPoints(spec: NetworkSpec): boolean {
  const begins = POINT_SET_NAMES.map((set) => pointNetwork(classCount(spec), hiddenFor(set)));
  return begins.some((usual) => changeCost(spec, usual) === 'none');
}

/** Whether a set of points asks for other hidden layers than those of the network, which another set began with. */
export const asksForMore = (spec: NetworkSpec, points: Points['set']): boolean =>
  beginsPoints(spec) &&
  changeCost(spec, pointNetwork(classCount(spec), hiddenFor(points))) !== 'none';

/** What a network is fitted to: a set, whether its images are there or not. */
export type Fitted = SetHead & Pick<ImageSet, 'classNames'>;

/** The description for a set; with other settings where images take the place of points, or points that of images. */
function fitting(
  spec: NetworkSpec,
  set: Fitted,
  points: Points['set'] | null,
): { spec: NetworkSpec; settings?: Partial<TrainingSettings> } {
  const settings = settingsBetween(spec.input, set);
  const begin = () => pointNetwork(set.classes, points ? hiddenFor(points) : undefined);
  if (!settings) {
    // Hidden layers that a person has chosen stay.
    const untouched = points !== null && beginsPoints(spec);
    return { spec: untouched ? begin() : fittedTo(spec, set) };
  }
  const next = isPointSize(set) ? begin() : fittedTo(DEFAULT_NETWORK, set);
  return { spec: next, settings };
}

/** As many epochs as are usual for the points, unless the person has chosen another number. */
export async function fitEpochs(
  { chosen, data, training: { getState } }: Pick<Core, 'chosen' | 'data' | 'training'>,
  { configure }: Pick<Training, 'configure'>,
  asked: number,
): Promise<void> {
  const { points } = data.getState();
  if (!points || chosen.since(asked, 'epochs')) return;
  const { epochs: now } = getState().settings;
  const [from, to] =
    points.set === 'own'
      ? [POINT_TRAINING.epochs, OWN_EPOCHS]
      : [OWN_EPOCHS, POINT_TRAINING.epochs];
  if (now === from) await configure({ epochs: to });
}

/** Pictures are often few, and an epoch of few is a step or two: they are learned in so many steps at least. */
const STEPS = 300;

/** The description that calls its classes as the set does, and epochs enough for it. */
function named(
  { spec, settings }: ReturnType<typeof fitting>,
  set: Fitted,
  { epochs: now, batch }: TrainingSettings,
): ReturnType<typeof fitting> {
  const enough = Math.ceil(STEPS / Math.ceil(set.count / batch));
  const { range } = RANGES.epochs;
  return {
    spec: { ...spec, classNames: [...set.classNames!] },
    settings: { ...settings, epochs: Math.min(range[1], Math.max(now, enough)) },
  };
}

/** New weights for the set, asked for at a moment: what a person has set since stays. Undo brings back what was there. */
export async function fitNetwork(
  { data, network, messages, training }: Pick<Core, 'data' | 'network' | 'messages' | 'training'>,
  actions: Pick<NetworkActions, 'change' | 'start' | 'undo'>,
  set: Fitted,
  asked: number,
): Promise<void> {
  const fitted = fitting(network.getState().spec, set, data.getState().points?.set ?? null);
  const next = set.classNames ? named(fitted, set, training.getState().settings) : fitted;
  if (!next.settings) return actions.change(next.spec);
  await actions.start(next.spec, next.settings, asked);
  messages.note(
    `A new network, ${networkName(next.spec)}, reads ${isPointSize(set) ? 'these points' : 'these images'}. The network before comes back with undo.`,
    // Of pictures more is said under "data".
    {
      topic: set.classNames ? 'data fit' : 'data',
      action: { label: 'Undo', run: () => void actions.undo() },
    },
  );
}
