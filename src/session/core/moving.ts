/** What must not overlap: replacing the engine, its network or its data, and looking at the engine meanwhile. */

export interface Moving {
  /** Runs one after the other what replaces the engine, its network or its data. */
  exclusive<T>(this: void, work: () => Promise<T>): Promise<T>;
  /** Whether something of that is under way or waits. */
  isReplacing(this: void): boolean;
  /** Resolves when what was asked for until now has been replaced. */
  settled(this: void): Promise<unknown>;
  /**
   * Gives the engine another network: until the work is over, engine and page speak of different ones, and nobody else is to
   * look at the engine. Who begins a move shows the page anew when it is over.
   */
  moving<T>(this: void, work: () => Promise<T>): Promise<T>;
  /** Where the network stands: the same number before and after a look at the engine says that both saw one network. */
  place(this: void): number | null;
  /** Resolves when no network is under way to the engine. */
  moved(this: void): Promise<void>;
}

export function createMoving(): Moving {
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  /** Networks under way to the engine; `moves` counts their beginnings and ends. */
  const underWay = new Set<Promise<unknown>>();
  let moves = 0;
  return {
    exclusive(work) {
      waiting++;
      const result = queue.then(work, work);
      queue = result.catch(() => undefined).finally(() => waiting--);
      return result;
    },
    isReplacing: () => waiting > 0,
    settled: () => queue,
    async moving(work) {
      moves++;
      const move = work().finally(() => {
        underWay.delete(move);
        moves++;
      });
      underWay.add(move);
      return move;
    },
    place: () => (underWay.size > 0 ? null : moves),
    async moved() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
