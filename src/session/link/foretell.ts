/**
 * The network and the sample that a page opens with where its link asks for no others, before there is an engine: the model itself gives the
 * first answer, by the same weights. To start an engine takes a slow processor longer than that.
 */
import { sameSize } from '../../data/image-set';
import { DEFAULT_MODEL } from '../../files/default-model';
import type { ModelFile } from '../../files/model-file';
import type { Network } from '../../engine/engine';
import { DEFAULT_NETWORK } from '../../model/network';
import type { Core } from '../core/core';
import { MNIST } from '../data/data-id';
import type { Options } from '../core/options';
import { changeCost } from '../network/network';
import type { Presenter } from '../stimulus/present';
import { networkOf, shippedModel } from './link-state';
import type { LinkState } from './link-table';

type Shared = Pick<Core, 'ahead' | 'network' | 'place' | 'stimulus'> &
  Options<'firstSample' | 'loadShipped'>;

/** A shipped network on its way. */
export type Foretold = Promise<Network & Pick<ModelFile, 'metadata'>>;

/** Whether a link opens with the default network as it comes. */
const isPlain = (state: LinkState): boolean =>
  shippedModel(state) === DEFAULT_MODEL && changeCost(DEFAULT_NETWORK, networkOf(state)) === 'none';

/** The first of MNIST's test images, at once, where the link shows that. */
function showFirst({ options, stimulus }: Shared, state: LinkState): void {
  const { firstSample } = options;
  const asked = state.data === MNIST && state.of === 'test' && state.sample === 0 && !state.draw;
  if (!firstSample || !asked || state.points) return;
  const { image, label } = firstSample;
  const sample = { role: 'test' as const, index: 0, label };
  stimulus.setState({ kind: 'sample', image, sample });
}

/**
 * Shows what a plain link opens with as soon as the network's file has come, unless an engine has been given a network before.
 * @returns the network, for whoever gives it to the engine; undefined where the link asks for another
 */
export function foretell(
  core: Shared,
  state: LinkState,
  presenter: Pick<Presenter, 'present'>,
): Foretold | undefined {
  if (!isPlain(state)) return undefined;
  showFirst(core, state);
  const model = core.options.loadShipped(DEFAULT_MODEL);
  const show = async (): Promise<void> => {
    const { spec, weights } = await model;
    const isFirst = core.network.getState().weights === null && core.place() !== null;
    if (!isFirst || !sameSize(core.stimulus.getState(), spec.input)) return;
    core.ahead = true;
    const origin = { kind: 'shipped' as const, name: DEFAULT_MODEL };
    core.network.setState(({ version }) => ({ spec, weights, origin, version: version + 1 }));
    await presenter.present('network');
  };
  // That the file has not come is said by whoever opens the link.
  show().catch(() => undefined);
  return model;
}
