/** A read-write lock: many readers at once, or one writer alone; what replaces buffers waits for all who read them. */
export interface ReadWriteLock {
  /** Runs beside other reading work. */
  read<T>(work: () => Promise<T>): Promise<T>;
  /** Runs when everything that came before is done; what comes later waits for it. */
  write<T>(work: () => Promise<T>): Promise<T>;
}

export function createReadWriteLock(): ReadWriteLock {
  /** The last writer, which every later work waits for. */
  let writer: Promise<unknown> = Promise.resolve();
  const readers = new Set<Promise<unknown>>();
  const settled = async (promises: Iterable<Promise<unknown>>): Promise<void> => {
    await Promise.allSettled(promises);
  };
  return {
    async read(work) {
      const before = writer;
      const running = (async () => {
        await settled([before]);
        return work();
      })();
      readers.add(running);
      try {
        return await running;
      } finally {
        readers.delete(running);
      }
    },
    write(work) {
      const before = [writer, ...readers];
      const running = (async () => {
        await settled(before);
        return work();
      })();
      writer = running;
      running.catch(() => undefined);
      return running;
    },
  };
}
