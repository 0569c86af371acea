/** What a part made early tells those made after it, which it does not know. */

type Listeners<E extends Record<keyof E, unknown[]>> = {
  [K in keyof E]?: ((...args: E[K]) => unknown)[];
};

/** @typeParam E the events by name, each with what is told of it */
export function createEvents<E extends Record<keyof E, unknown[]>>() {
  const listeners: Listeners<E> = {};
  return {
    /** From now on the listener is called, after those that came before it. */
    on<K extends keyof E>(this: void, event: K, listener: (...args: E[K]) => unknown): void {
      const before: ((...args: E[K]) => unknown)[] = listeners[event] ?? [];
      listeners[event] = [...before, listener];
    },
    /** Calls all who listen, at once; resolves when they are done, and rejects where one of them does. */
    tell<K extends keyof E>(this: void, event: K, ...args: E[K]): Promise<unknown> {
      return Promise.all((listeners[event] ?? []).map((listener) => listener(...args)));
    },
  };
}
