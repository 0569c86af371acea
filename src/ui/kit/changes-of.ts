export interface Subscribable {
  subscribe: (listener: () => void) => () => void;
}

/**
 * A store whose subscribers are told only when one selected value changes (compared with Object.is), so that a canvas is not
 * redrawn for changes that it does not show.
 */
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
