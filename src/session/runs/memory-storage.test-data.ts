/** A place for runs in memory, for tests. */
import type { Moment } from '../../engine/engine';
import type { RunStorage, StoredRun } from './runs-storage';

export interface Entry {
  run: StoredRun;
  weights: Float32Array<ArrayBuffer>[] | null;
  moments: readonly Moment[] | null;
}

/** A place that keeps clones, as a database does; `fail` makes it refuse. */
export function memoryStorage() {
  const kept = new Map<number, Entry>();
  const state = { fail: null as Error | null, small: false };
  const sure = () => (state.fail ? Promise.reject(state.fail) : Promise.resolve());
  const storage: RunStorage = {
    list: async () => {
      await sure();
      return [...kept.values()].map(({ run }) => structuredClone(run));
    },
    weights: async (id) => {
      await sure();
      return structuredClone(kept.get(id)?.weights ?? null);
    },
    moments: async (id) => {
      await sure();
      return structuredClone(kept.get(id)?.moments ?? null);
    },
    put: async (run, weights, moments) => {
      await sure();
      if (moments && state.small) {
        throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
      }
      const was = kept.get(run.id);
      const entry = {
        run,
        weights: weights ?? was?.weights ?? null,
        moments: moments ?? was?.moments ?? null,
      };
      kept.set(run.id, structuredClone(entry));
    },
    delete: async (ids) => {
      await sure();
      for (const id of ids) kept.delete(id);
    },
  };
  return { kept, state, storage };
}
