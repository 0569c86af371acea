import { said } from '../model/said';

/** Wrong usage: an unknown option or value, or a --network that does not fit. Exit code 2. One sentence for people. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Right usage, but it cannot be done: a file that is missing or broken, no adapter. Exit code 1. One sentence for people. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The person pressed Ctrl-C. One sentence that says what is left. */
export class Interrupted extends Error {
  override name = 'Interrupted';

  /** @param left how far it came, and what of it there is */
  constructor(left = 'nothing was written') {
    super(`Interrupted: ${left}.`);
  }
}

/** What Node's file errors mean, in words. */
const CODES: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be accessed',
  EPERM: 'it may not be accessed',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EDQUOT: 'there is no room left for you on the disk',
  EFBIG: 'it is larger than the disk or a limit allows',
  EIO: 'the disk reports an error',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EPIPE: 'nobody reads it any more',
  EBADF: 'it is not open for writing',
};

/** Why an operation on a file failed, as the end of a sentence. */
export function fileReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return CODES[code ?? ''] ?? said(message);
}
