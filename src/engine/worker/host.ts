/** The engine's side of the worker: makes the executor asked for and hands results over without copying them. */
import { transfer } from 'comlink';
import { handedOver } from '../../data/worker/loaded';
import { EngineError, type DataRole, type Engine } from '../engine';
import { loadPart } from '../shared/load-part';
import { openEngine } from './open';
import type { EngineHost } from './protocol';

export function createHost(open: typeof openEngine = openEngine): EngineHost {
  let engine: Engine | undefined;
  /** Images of sets that are on their way. */
  const coming: Partial<Record<DataRole, Uint8Array<ArrayBuffer>>> = {};
  /** Ends the fetching that is under way. */
  let dropFetch = (): void => undefined;
  let fetchings = 0;
  let lost = false;
  const opened = (): Engine => {
    if (!engine) throw new EngineError('The engine is not open.');
    return engine;
  };
  const host: EngineHost = {
    async open(order, onLost) {
      const holds = order.lock !== undefined && (await holdLock(order.lock));
      engine = await open(order, () => fetchings > 0);
      engine.onLost = (message) => {
        lost = true;
        onLost(message);
      };
      return { label: engine.label, holds };
    },
    async setNetwork(network) {
      await opened().setNetwork(network);
      return opened().label;
    },
    beginData: async (role, length) => {
      if (role === 'train') dropFetch();
      coming[role] = new Uint8Array(length);
    },
    addData: async (role, offset, bytes) => {
      coming[role]!.set(bytes, offset);
    },
    setData: async (role, data) => {
      const images = coming[role]!;
      delete coming[role];
      await opened().setData(role, { ...data, images });
    },
    fetchTraining: (base, begun, progress) => {
      dropFetch();
      const fetching = new AbortController();
      dropFetch = () => fetching.abort(new EngineError('Another data set has taken the place.'));
      fetchings++;
      return handedOver(
        async () => {
          const { loadMnistArriving } = await loadPart(() => import('../../data/mnist-arriving'));
          const { set, arrival } = await loadMnistArriving({
            base,
            signal: fetching.signal,
            onProgress: ({ loaded, total }) => progress(total > 0 ? loaded / total : 0),
          });
          await opened().setData('train', set, arrival);
          const { width, height, count, classes } = set;
          begun({ width, height, count, classes });
          await arrival.whole;
          // The engine keeps its own.
          return { ...set, images: set.images.slice(), labels: set.labels.slice() };
        },
        ({ images, labels }) => [images.buffer, labels.buffer],
      ).finally(() => fetchings--);
    },
    configure: (settings) => opened().configure(settings),
    run: async (images) => {
      const runs = await opened().run(images);
      return handOver(
        runs,
        runs.flatMap(({ layers, potential }) => [
          potential,
          ...layers.flatMap(({ times, multiplicity }) => [times, multiplicity]),
        ]),
      );
    },
    maps: async (images, options) => {
      const maps = await opened().maps(images, options);
      return handOver(maps, maps.layers);
    },
    train: async (steps, onReports) => {
      let sent = 0;
      const end = await opened().train(steps, (reports) => {
        sent++;
        onReports(reports);
      });
      return { end, sent };
    },
    stop: () => opened().stop(),
    evaluate: async (role, options) => {
      const result = await opened().evaluate(role, options);
      return handOver(result, [result.answers, result.decisionTimes, result.leads]);
    },
    interrupt: () => opened().interrupt(),
    evaluateImprecise: async (role, imprecision, options) => {
      const result = await opened().evaluateImprecise(role, imprecision, options);
      return handOver(result, [result.answers, result.decisionTimes, result.leads]);
    },
    evaluateForced: (role, times) => opened().evaluateForced(role, times),
    readWeights: async (layers) => {
      const moment = await opened().readWeights(layers);
      return handOver(moment, moment.weights);
    },
    snapshot: async () => {
      const snapshot = await opened().snapshot();
      const { weights, first, second, average = [] } = snapshot;
      return handOver(snapshot, [...weights, ...first, ...second, ...average]);
    },
    dispose: async () => {
      dropFetch();
      await engine?.dispose();
      engine = undefined;
    },
  };
  return quietWhere(() => lost, host);
}

/**
 * A lost engine is reported by `onLost`. Calls that fail because of it never settle here, since their errors might arrive before that: the
 * page's side rejects them.
 */
function quietWhere(lost: () => boolean, host: EngineHost): EngineHost {
  const quiet =
    (work: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]): Promise<unknown> => {
      try {
        return await work(...args);
      } catch (error) {
        if (lost()) return new Promise<never>(() => undefined);
        throw error;
      }
    };
  const calls = Object.entries(host) as [string, (...args: unknown[]) => Promise<unknown>][];
  return Object.fromEntries(
    calls.map(([name, work]) => [name, quiet(work)]),
  ) as unknown as EngineHost;
}

/** Results belong to the caller, so their buffers may go; two arrays may share one. */
function handOver<T extends object>(result: T, arrays: { buffer: ArrayBuffer }[]): T {
  return transfer(result, [...new Set(arrays.map((array) => array.buffer))]);
}

/** Resolves to true when this worker holds the lock, which it does until it ends; to false where pages may have no locks (some frames). */
async function holdLock(name: string): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return false;
  return new Promise((resolve) => {
    locks
      .request(name, () => {
        resolve(true);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
