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

  /** @param kept what keeps the training, and how far: "state keeps the trained state" */
  constructor(kept?: string) {
    super(
      kept === undefined
        ? 'Interrupted: nothing was written.'
        : `Interrupted: no model was written, but ${kept}; the same command goes on from there.`,
    );
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
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead round in a circle',
};

/** Why an operation on a file failed, as the end of a sentence. */
export function fileReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return CODES[code ?? ''] ?? said(message);
}
