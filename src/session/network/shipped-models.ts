/** The models shipped with the page: their cards, and loading one in place of the network at work. */
import { createStore } from 'zustand/vanilla';
import type { ModelCard } from '../../files/shipped-models';
import type { DataActions } from '../data/data-actions';
import type { Points } from '../../data/points/points-spec';
import { pointsCodec } from '../link/link-points';
import type { Core } from '../core/core';
import { sentence } from '../core/messages';
import type { Options } from '../core/options';
import { settingsBetween } from './fit';
import type { NetworkActions } from './network-actions';
import type { Training } from '../training/train-loop';

export interface ShippedState {
  /** null until they are asked for and have come. */
  cards: ModelCard[] | null;
  /** Why they have not come, in a sentence. */
  problem: string | null;
  /** The model that is on its way. */
  loading: { name: string; progress: number } | null;
}

interface Parts {
  data: Pick<DataActions, 'bringPoints' | 'loadMnist'>;
  network: Pick<NetworkActions, 'put' | 'undo'>;
  training: Pick<Training, 'evaluate'>;
}

const TOPIC = 'shipped models';

export function createShippedModels(
  core: Pick<Core, 'data' | 'guarded' | 'messages' | 'network'> &
    Options<'listShipped' | 'loadShipped'>,
  { data, network, training }: Parts,
) {
  const store = createStore<ShippedState>(() => ({ cards: null, problem: null, loading: null }));

  /** Points take the place of what the network does not read, and MNIST (null) that of points; own files are not had again. */
  async function bring(points: Points | null): Promise<void> {
    const { points: here } = core.data.getState();
    if (!points) {
      // The training images may come later.
      if (here) void data.loadMnist();
    } else if (!here || pointsCodec.write(here) !== pointsCodec.write(points)) {
      await core.guarded(() => data.bringPoints(points), 'data');
    }
  }

  /**
   * Puts a model in place of the network at work, which undo brings back; what was there stays if it cannot be had.
   * Resolves to why it is not on the page, in a sentence; to null where it is.
   */
  async function load(card: Pick<ModelCard, 'name' | 'points' | 'title'>): Promise<string | null> {
    const { name, title, points } = card;
    const before = core.data.getState().points;
    if (store.getState().loading) return 'Another model is on its way: wait until it has come.';
    store.setState({ loading: { name, progress: 0 } });
    core.messages.settle(TOPIC);
    try {
      const model = await core.options.loadShipped(name, (progress) =>
        store.setState({ loading: { name, progress } }),
      );
      const settings = settingsBetween(core.network.getState().spec.input, model.spec.input);
      await network.put(() => model, { kind: 'shipped', name }, settings);
    } catch (error) {
      return `${sentence(error).replace(/\.$/, '')}: the network on the page stays.`;
    } finally {
      store.setState({ loading: null });
    }
    core.messages.note(
      `${title} (${name}) is on the page. The network before comes back with undo.`,
      {
        topic: TOPIC,
        action: { label: 'Undo', run: () => void network.undo().then(() => bring(before)) },
      },
    );
    await bring((points === undefined ? null : pointsCodec.read(points)) ?? null);
    await training.evaluate();
    return null;
  }

  return {
    store,
    /** Fetches the cards, once; again after a failure. */
    async list(): Promise<void> {
      if (store.getState().cards) return;
      store.setState({ problem: null });
      try {
        store.setState({ cards: await core.options.listShipped() });
      } catch (error) {
        store.setState({ problem: sentence(error) });
      }
    },
    load,
  };
}

export type ShippedModels = ReturnType<typeof createShippedModels>;
