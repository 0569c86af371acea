import { vi } from 'vitest';

/**
 * A clock for a test, in place of the machine's, which jumps where the machine has other things to do.
 * @param pace milliseconds that pass at every look at `performance.now`
 */
export function paceClock(pace: number): void {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (time += pace));
}
