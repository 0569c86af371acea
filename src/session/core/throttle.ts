/** Does a piece of work when asked, one at a time and not too often; whoever asks last is always answered by work that begins after it. */

/** @param work resolves to the milliseconds until it may be done again */
export function createThrottle(work: () => Promise<number>, now: () => number, first: number) {
  let asked = false;
  let flight: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  let pause = first;

  function start(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    asked = false;
    last = now();
    flight = work()
      .then((next) => {
        pause = next;
      })
      .finally(() => {
        flight = null;
        if (asked) wait();
      });
    return flight;
  }

  function wait(): void {
    if (flight || timer !== undefined) return;
    const left = last + pause - now();
    if (left <= 0) void start();
    else timer = setTimeout(() => void start(), left);
  }

  return {
    ask(): void {
      asked = true;
      wait();
    },
    /** Does at once what was asked for; resolves when it is done. */
    async flush(): Promise<void> {
      await flight;
      if (asked) await start();
    },
  };
}
