/**
 * Whether threads share the next job or one of them does it alone: the same bytes either way. Where another program keeps a core busy, the
 * threads wait for whichever has lost its core, a time slice of some milliseconds in every step of a third of one, and training on two of
 * them took 2.7 times as long as on one.
 */

/** Milliseconds of shared work after which it is judged. */
const WINDOW = 20;
/** Share of it that may be lost by waiting: two threads that lose more are slower than one. */
const MOST_LOST = 0.4;
/** Milliseconds of work alone before another try: at first, and at most, after tries in vain. */
const LEAST_PAUSE = 40;
const MOST_PAUSE = 640;

export interface Company {
  /** Whether helpers are to take part in the next job. */
  together(this: void): boolean;
  /** A shared job is done. @param took milliseconds of it @param lost those that went by with waking helpers and waiting for them */
  worked(this: void, took: number, lost: number): void;
}

/** @param now a clock in milliseconds */
export function createCompany(now: () => number = () => performance.now()): Company {
  let pause = LEAST_PAUSE;
  let aloneUntil = -Infinity;
  let inAll = 0;
  let waited = 0;
  return {
    together: () => now() >= aloneUntil,
    worked(took, lost) {
      inAll += took;
      waited += lost;
      if (inAll < WINDOW) return;
      if (waited > MOST_LOST * inAll) {
        aloneUntil = now() + pause;
        pause = Math.min(MOST_PAUSE, pause * 2);
      } else pause = Math.max(LEAST_PAUSE, pause / 2);
      inAll = waited = 0;
    },
  };
}
