/** The browser's database as a place that outlasts the page: each write is one transaction, so it happens as a whole or not at all. */
import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { StoragePort } from '../../session/runs/storage-port';
import { answered, requireDatabase } from './database';

/** A database of its own for `name`. Where the browser refuses, each call rejects with its reason. */
export function browserStorage(name: string): StoragePort {
  let opened: UseStore | undefined;
  const store = () => (opened ??= createStore(name, 'kept'));
  return {
    get: (key) => answered(() => get<unknown>(key, store())),
    async set(key, value) {
      requireDatabase();
      await set(key, value, store());
    },
    delete: (key) => answered(() => del(key, store())),
  };
}
