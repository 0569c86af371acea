/** What a worker hands over of a data set, or says of its failure. */
import { transfer } from 'comlink';
import { DataError } from '../data-error';

/** Errors lose their class on the way from a worker: what belongs to them goes as it is. */
export interface Loaded<T> {
  /** There unless it failed. */
  value?: T;
  failure?: { message: string; retryable: boolean };
}

/** The worker's side. @param buffers what is handed over of what the work gives, without copying it */
export async function handedOver<T extends object>(
  work: () => Promise<T>,
  buffers: (value: T) => ArrayBuffer[],
): Promise<Loaded<T>> {
  try {
    const value = await work();
    return transfer({ value }, buffers(value));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { message, retryable } = error;
    return { failure: { message, retryable } };
  }
}

/** The page's side. @throws DataError */
export function taken<T extends object>({ value, failure }: Loaded<T>): T {
  if (failure) throw new DataError(failure.message, { retryable: failure.retryable });
  return value!;
}
