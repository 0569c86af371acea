/** Runs in the browser's database: one write, one transaction. */
import { createStore, delMany, get, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import type { RunStorage } from '../../session/runs/runs-storage';
import { answered, requireDatabase } from './database';

const run = (id: number) => `run ${id}`;
const weightsOf = (id: number) => `weights ${id}`;
const momentsOf = (id: number) => `moments ${id}`;

/** A database of its own for `name`. Where the browser refuses, each call rejects with its reason. */
export function browserRuns(name: string): RunStorage {
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore(name, 'runs'));
  return {
    list: () =>
      answered(async () => {
        const all = await keys(store());
        const runs = all.filter((key) => typeof key === 'string' && key.startsWith('run '));
        return getMany<unknown>(runs, store());
      }),
    weights: (id) => answered(() => get<unknown>(weightsOf(id), store())),
    moments: (id) => answered(() => get<unknown>(momentsOf(id), store())),
    put: async (meta, weights, moments) => {
      requireDatabase();
      const entries: [string, unknown][] = [[run(meta.id), meta]];
      if (weights) entries.push([weightsOf(meta.id), weights]);
      if (moments) entries.push([momentsOf(meta.id), moments]);
      await setMany(entries, store());
    },
    delete: (ids) =>
      answered(() =>
        delMany(
          ids.flatMap((id) => [run(id), weightsOf(id), momentsOf(id)]),
          store(),
        ),
      ),
  };
}
