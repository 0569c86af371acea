/**
 * What a person teaches, with undo, kept between visits. Every change is written; where the browser does not keep it, that is
 * known (`unkept`), and drawing goes on in memory: the next change is written with all that was not. What another tab writes comes
 * here as one more step, which undo takes back.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOTHING_TAUGHT, type Taught } from '../../data/taught/taught';
import { reasonOf } from '../runs/storage-trouble';
import type { Before } from './before';
import { readTaught, storedTaught, type Trained } from './stored-taught';

/** Where it is kept. A `set` that fails leaves what was there. */
export interface TaughtPort {
  get(this: void): Promise<unknown>;
  set(this: void, value: unknown): Promise<void>;
  /** Another tab has written something. @returns what ends the listening */
  onOther(this: void, listener: () => void): () => void;
}

export interface TaughtState {
  taught: Taught;
  /** What undo brings back, the latest last. */
  past: readonly Taught[];
  /** What redo brings back, the latest last. */
  future: readonly Taught[];
  /** What the last training was on; null: nothing was trained yet. */
  trained: Trained | null;
  /** What there was before the first training; null: nothing was trained, or it was gone back to. */
  before: Before | null;
  /** Why the browser does not keep it, to go on after "because"; null: it does. */
  unkept: string | null;
  /** Whether what was kept has been looked for. */
  looked: boolean;
}

/** Steps that undo remembers. */
const MOST_PAST = 100;

export interface TaughtStore {
  store: StoreApi<TaughtState>;
  /** Resolves when what was kept is there. */
  ready: Promise<void>;
  /** A change by hand, which undo takes back; what is no change is no step. */
  edit(this: void, change: (taught: Taught) => Taught): void;
  undo(this: void): void;
  redo(this: void): void;
  train(this: void, trained: Trained): void;
  /** What there is to go back to. */
  holdBefore(this: void, before: Before | null): void;
  /** Resolves when all there is has been written, or has failed to be. */
  written(this: void): Promise<void>;
  dispose(this: void): void;
}

export function createTaughtStore(port: TaughtPort): TaughtStore {
  const store = createStore<TaughtState>(() => ({
    taught: NOTHING_TAUGHT,
    past: [],
    future: [],
    trained: null,
    before: null,
    unkept: null,
    looked: false,
  }));
  /** What a newer version of the page has kept is not written over. */
  let mayWrite = true;
  let flight: Promise<void> = Promise.resolve();
  let waiting = false;

  /** One write at a time; what changes meanwhile goes into the next. */
  function write(): void {
    if (!mayWrite || waiting) return;
    waiting = true;
    flight = flight.then(async () => {
      waiting = false;
      const { taught, trained, before } = store.getState();
      try {
        await port.set(storedTaught({ taught, trained, before }));
        store.setState({ unkept: null });
      } catch (error) {
        store.setState({ unkept: reasonOf(error) });
      }
    });
  }

  /** What was there is a step of undo, unless that is nothing. */
  function become(taught: Taught): void {
    const { taught: last, past } = store.getState();
    store.setState({ taught, past: [...past, last].slice(-MOST_PAST), future: [] });
  }

  async function read(): Promise<void> {
    try {
      const found = readTaught(await port.get());
      if (found.kind === 'newer') {
        mayWrite = false;
        const unkept = 'a newer version of this page has kept something here';
        return store.setState({ unkept });
      }
      if (found.kind !== 'sound') return;
      const { taught: here, past } = store.getState();
      const { taught, trained, before } = found.value;
      store.setState({ trained, before });
      // What was drawn before it came is not lost.
      if (past.length > 0 || here.classes.length > 0) become(taught);
      else store.setState({ taught });
    } catch (error) {
      store.setState({ unkept: reasonOf(error) });
    }
  }

  const ready = read().then(() => store.setState({ looked: true }));
  const stop = port.onOther(() => {
    // What this tab has not written yet is newer.
    if (!waiting) void read();
  });

  return {
    store,
    ready,
    edit(change) {
      const { taught } = store.getState();
      const next = change(taught);
      if (next === taught) return;
      become(next);
      write();
    },
    undo() {
      const { taught, past, future } = store.getState();
      const last = past.at(-1);
      if (!last) return;
      store.setState({ taught: last, past: past.slice(0, -1), future: [...future, taught] });
      write();
    },
    redo() {
      const { taught, past, future } = store.getState();
      const next = future.at(-1);
      if (!next) return;
      store.setState({ taught: next, past: [...past, taught], future: future.slice(0, -1) });
      write();
    },
    train(trained) {
      store.setState({ trained });
      write();
    },
    holdBefore(before) {
      store.setState({ before });
      write();
    },
    async written() {
      await ready;
      await flight;
    },
    dispose: stop,
  };
}
