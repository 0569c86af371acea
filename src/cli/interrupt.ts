/** Ctrl-C while something is waited for. */
import { Interrupted } from './errors';

/**
 * What `work` gives, unless Ctrl-C comes first: then nobody waits for it any longer. Not for what has to be brought to an end, like
 * the writing of a file.
 * @param left how far the command came, for the sentence
 * @throws Interrupted
 */
export async function unlessInterrupted<T>(
  signal: AbortSignal,
  work: () => Promise<T>,
  left?: () => string | undefined,
): Promise<T> {
  const interrupted = (): Interrupted => new Interrupted(left?.());
  if (signal.aborted) throw interrupted();
  let stop = (): void => undefined;
  const abort = new Promise<never>((_, reject) => {
    stop = () => reject(interrupted());
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work(), abort]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
