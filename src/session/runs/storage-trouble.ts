/** Why the browser's storage failed, for people. */

/** What is said of a storage that fails, whichever part of the page has met it: once, not by each of them. */
export const STORAGE_TOPIC = 'storage';

export const isFull = (error: unknown) =>
  error instanceof Error && error.name === 'QuotaExceededError';

/** To go on after "because". */
export function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (isFull(error)) return 'the browser’s storage is full';
  if (name === 'SecurityError' || name === 'InvalidStateError') {
    return 'the browser lets this page store nothing';
  }
  if (name === 'NotSupportedError') return 'this browser has no storage for pages';
  if (name === 'TimeoutError') return 'the browser’s storage does not answer';
  const text = error instanceof Error && error.message ? error.message : String(error);
  return `storing failed (${text.replace(/\.$/, '')})`;
}
