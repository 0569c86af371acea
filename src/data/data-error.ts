/** Data that cannot be read or loaded. The message is one sentence, meant to be shown as it is. */
export class DataError extends Error {
  override name = 'DataError';
  /** Whether trying again may help: the network failed, not the data. */
  readonly retryable: boolean;

  constructor(message: string, options: ErrorOptions & { retryable?: boolean } = {}) {
    super(message, options);
    this.retryable = options.retryable ?? false;
  }
}

/**
 * A script that comes when it is wanted.
 * @param what what is in it, as the sentence begins that says that it did not come
 * @throws DataError where it does not
 */
export function orNotFetched<T>(script: Promise<T>, what: string): Promise<T> {
  return script.catch((cause: unknown) => {
    throw new DataError(
      `${what} could not be fetched: look whether you are connected, then try again.`,
      { cause, retryable: true },
    );
  });
}
