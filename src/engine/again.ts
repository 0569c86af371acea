/** A start that is made once more where the first says nothing for long. */

/**
 * What `start` gives first. Firefox leaves a worker without an answer now and then, on a busy machine; the next one answers. Where only the
 * line is slow, both come in the end, and the later is not wanted.
 *
 * @param after resolves when the first start has had long enough
 * @param unwanted takes what comes second
 * @throws what the first threw
 */
export async function orAgain<T>(
  start: () => Promise<T>,
  after: () => Promise<void>,
  unwanted: (late: T) => void,
): Promise<T> {
  const first = start();
  const late = Symbol('late');
  const began = await Promise.race([first, after().then(() => late)]);
  if (began !== late) return first;
  const starts = [first, start()];
  const fastest = await Promise.any(starts).catch(() => first);
  for (const one of starts) {
    void one.then(
      (started) => {
        if (started !== fastest) unwanted(started);
      },
      () => undefined,
    );
  }
  return fastest;
}
