/** Runs in the browser's database: one write, one transaction. */
import { createStore, delMany, get, getMany, keys, setMany, type UseStore } from 'idb-keyval';
import type { RunStorage } from '../../session/runs-storage';

const run = (id: number) => `run ${id}`;
const weightsOf = (id: number) => `weights ${id}`;

/** A database of its own for `name`. Where the browser refuses, each call rejects with its reason. */
export function browserRuns(name: string): RunStorage {
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore(name, 'runs'));
  return {
    async list() {
      const all = await keys<string>(store());
      return getMany<unknown>(
        all.filter((key) => key.startsWith('run ')),
        store(),
      );
    },
    weights: async (id) => get<unknown>(weightsOf(id), store()),
    put: async (meta, weights) =>
      setMany(
        [
          [run(meta.id), meta],
          ...(weights ? [[weightsOf(meta.id), weights] as [string, unknown]] : []),
        ],
        store(),
      ),
    delete: async (ids) =>
      delMany(
        ids.flatMap((id) => [run(id), weightsOf(id)]),
        store(),
      ),
  };
}
