export interface Subscribable {
  subscribe: (listener: () => void) => () => void;
}

/** A store's changes of one value alone (compared with Object.is): what hangs on nothing else is not redrawn for nothing. */
export function changesOf<T>(
  store: { getState: () => T; subscribe: (listener: () => void) => () => void },
  select: (state: T) => unknown,
): Subscribable {
  return {
    subscribe(listener) {
      let known = select(store.getState());
      return store.subscribe(() => {
        const next = select(store.getState());
        if (Object.is(next, known)) return;
        known = next;
        listener();
      });
    },
  };
}
