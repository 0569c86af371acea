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
