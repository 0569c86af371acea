/**
 * Work that is done in the order in which it was asked for, few at a time: what takes much memory is not to take it many times at once.
 * @param lanes at a time
 */
export function createQueue(lanes: number) {
  const waiting: (() => void)[] = [];
  let free = lanes;
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
