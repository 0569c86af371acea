/** Work that may go on side by side, and work that must be alone: what replaces buffers waits for all who read them. */
export interface Turnstile {
  /** Runs beside other shared work. */
  share<T>(work: () => Promise<T>): Promise<T>;
  /** Runs when everything that came before is done; what comes later waits for it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createTurnstile(): Turnstile {
  let gate: Promise<unknown> = Promise.resolve();
  const sharing = new Set<Promise<unknown>>();
  const quiet = async (promises: Iterable<Promise<unknown>>): Promise<void> => {
    await Promise.allSettled(promises);
  };
  return {
    async share(work) {
      const before = gate;
      const running = (async () => {
        await quiet([before]);
        return work();
      })();
      sharing.add(running);
      try {
        return await running;
      } finally {
        sharing.delete(running);
      }
    },
    alone(work) {
      const before = [gate, ...sharing];
      const running = (async () => {
        await quiet(before);
        return work();
      })();
      gate = running;
      running.catch(() => undefined);
      return running;
    },
  };
}
