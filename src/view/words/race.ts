/** Who came first among the outputs, and who after. */

export interface Race {
  /** The classes that fire at the earliest time, ascending; more than one in a tie; none where no output fires. */
  first: number[];
  /** The first class that fires after them. */
  next: number | null;
}

/** @param times [classes] +Infinity silent */
export function race(times: ArrayLike<number>): Race {
  const order = Array.from({ length: times.length }, (_, c) => c)
    .filter((c) => times[c]! < Infinity)
    .sort((a, b) => times[a]! - times[b]! || a - b);
  const first = order.filter((c) => times[c] === times[order[0]!]);
  return { first, next: order[first.length] ?? null };
}
