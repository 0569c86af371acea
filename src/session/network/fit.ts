/** A network for a data set that the one on the page does not read. */
import type { ImageSet } from '../../data/image-set';
import { isPointSize } from '../../data/points/point';
import { pointNetwork, POINT_TRAINING } from '../../data/points/point-network';
import { DEFAULT_NETWORK, networkName, type NetworkSpec } from '../../model/network';
import { DEFAULT_TRAINING, type TrainingSettings } from '../../model/training';
import type { Core } from '../core/core';
import { fittedTo } from './network';
import type { NetworkActions } from './network-actions';

const { epochs, learningRate, loss, temperature } = DEFAULT_TRAINING;

/** The description for a set; with other settings where images take the place of points, or points that of images. */
function fitting(
  spec: NetworkSpec,
  set: ImageSet,
): { spec: NetworkSpec; settings?: Partial<TrainingSettings> } {
  const points = isPointSize(set);
  if (points === isPointSize(spec.input)) return { spec: fittedTo(spec, set) };
  if (points) return { spec: pointNetwork(set.classes), settings: POINT_TRAINING };
  return {
    spec: fittedTo(DEFAULT_NETWORK, set),
    settings: { epochs, learningRate, loss, temperature },
  };
}

/** New weights for the set; undo brings back what was there. */
export async function fitNetwork(
  { network, messages }: Pick<Core, 'network' | 'messages'>,
  actions: Pick<NetworkActions, 'change' | 'start'>,
  set: ImageSet,
): Promise<void> {
  const next = fitting(network.getState().spec, set);
  if (!next.settings) return actions.change(next.spec);
  await actions.start(next.spec, next.settings);
  messages.note(
    `A new network, ${networkName(next.spec)}, reads ${isPointSize(set) ? 'these points' : 'these images'}; undo in the network\u2019s editor brings the former one back.`,
    { topic: 'data' },
  );
}
