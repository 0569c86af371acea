/**
 * What a person teaches, with undo, kept between visits. Every change is written; where the browser does not keep it, that is
 * known (`unkept`), drawing goes on in memory, and all that was not kept is written with the next change, or once it is tried again.
 * What another tab writes comes here as one more step, which undo takes back; it is not written over by what it did not know.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOTHING_TAUGHT, type Taught } from '../../data/taught/taught';
import { together } from '../../data/taught/together';
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

/** Milliseconds after which what failed is tried again; each time later, up to the second. */
const AGAIN = [5000, 60_000] as const;

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
  /** There may be room again: what was not kept is written now. */
  retry(this: void): void;
  /** Resolves when all there is has been written, or has failed to be. */
  written(this: void): Promise<void>;
  dispose(this: void): void;
}

/** @param after calls back after so many milliseconds, and returns what calls it off */
export function createTaughtStore(
  port: TaughtPort,
  after: (ms: number, run: () => void) => () => void,
): TaughtStore {
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
  /** What was kept may hold what this tab has not seen: it is read, and put together with what is here, before it is written over. */
  let unseen = true;
  /** What is here is not kept yet. */
  let behind = false;
  let waiting = false;
  let wait: number = AGAIN[0];
  let callOff: (() => void) | null = null;

  /** What was there is a step of undo, unless that is nothing. */
  function become(taught: Taught): void {
    const { taught: last, past } = store.getState();
    store.setState({ taught, past: [...past, last].slice(-MOST_PAST), future: [] });
  }

  /** Reads what was kept. What was drawn before it came, or is not kept yet, stays beside it. */
  async function read(): Promise<void> {
    const found = readTaught(await port.get());
    unseen = false;
    if (found.kind === 'newer') {
      mayWrite = false;
      store.setState({ unkept: 'a newer version of this page has kept something here' });
    }
    if (found.kind !== 'sound') return;
    const { taught: here, past, trained, before } = store.getState();
    const { taught: there, ...rest } = found.value;
    store.setState(
      behind ? { trained: trained ?? rest.trained, before: before ?? rest.before } : rest,
    );
    const isBlank = past.length === 0 && here.classes.length === 0;
    const next = behind && !isBlank ? together(here, there) : there;
    if (isBlank) store.setState({ taught: next });
    else if (next !== here) become(next);
  }

  async function set(): Promise<void> {
    const { taught, trained, before } = store.getState();
    behind = false;
    try {
      await port.set(storedTaught({ taught, trained, before }));
    } catch (error) {
      behind = true;
      throw error;
    }
  }

  /** Reads what this tab has not seen, and writes what is not kept; where that fails, it is tried again later. */
  async function keep(): Promise<void> {
    waiting = false;
    callOff?.();
    callOff = null;
    try {
      if (unseen) await read();
      if (behind && mayWrite) await set();
      if (mayWrite) store.setState({ unkept: null });
      wait = AGAIN[0];
    } catch (error) {
      store.setState({ unkept: reasonOf(error) });
      callOff = after(wait, retry);
      wait = Math.min(2 * wait, AGAIN[1]);
    }
  }

  const ready = keep().then(() => store.setState({ looked: true }));
  let flight: Promise<void> = ready;

  /** One at a time; what changes meanwhile goes into the next. */
  function later(): void {
    if (waiting) return;
    waiting = true;
    flight = flight.then(keep);
  }

  function write(): void {
    behind = true;
    later();
  }

  function retry(): void {
    if (store.getState().unkept !== null && mayWrite) later();
  }

  const stop = port.onOther(() => {
    unseen = true;
    later();
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
    retry,
    async written() {
      await ready;
      await flight;
    },
    dispose() {
      callOff?.();
      stop();
    },
  };
}
