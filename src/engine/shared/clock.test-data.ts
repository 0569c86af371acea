import { vi, type MockInstance } from 'vitest';

/**
 * A clock for a test, in place of the machine's, which jumps where the machine has other things to do.
 * @param pace milliseconds that pass at every look at `performance.now`
 * @returns what counts the looks
 */
export function paceClock(pace: number): MockInstance<() => number> {
  let time = 0;
  return vi.spyOn(performance, 'now').mockImplementation(() => (time += pace));
}
