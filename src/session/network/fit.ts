/** A network for a data set that the one on the page does not read. */
import type { ImageSet, ImageSize } from '../../data/image-set';
import { isPointSize } from '../../data/points/point';
import { pointNetwork, POINT_TRAINING } from '../../data/points/point-network';
import { DEFAULT_NETWORK, networkName, type NetworkSpec } from '../../model/network';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { Core } from '../core/core';
import { fittedTo } from './network';
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

/** The description for a set; with other settings where images take the place of points, or points that of images. */
function fitting(
  spec: NetworkSpec,
  set: ImageSet,
): { spec: NetworkSpec; settings?: Partial<TrainingSettings> } {
  const settings = settingsBetween(spec.input, set);
  if (!settings) return { spec: fittedTo(spec, set) };
  const next = isPointSize(set) ? pointNetwork(set.classes) : fittedTo(DEFAULT_NETWORK, set);
  return { spec: next, settings };
}

/** New weights for the set; undo brings back what was there. */
export async function fitNetwork(
  { network, messages }: Pick<Core, 'network' | 'messages'>,
  actions: Pick<NetworkActions, 'change' | 'start' | 'undo'>,
  set: ImageSet,
): Promise<void> {
  const next = fitting(network.getState().spec, set);
  if (!next.settings) return actions.change(next.spec);
  await actions.start(next.spec, next.settings);
  messages.note(
    `A new network, ${networkName(next.spec)}, reads ${isPointSize(set) ? 'these points' : 'these images'}. The network before comes back with undo.`,
    { topic: 'data', action: { label: 'Undo', run: () => void actions.undo() } },
  );
}
