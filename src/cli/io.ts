import type { ReadChain } from '../files/nir/nir-chain';

/** What a command sees of the process it runs in; tests bring their own. */
export interface Io {
  /** The folder that relative paths start from. */
  cwd: string;
  /** Results. @throws CommandError where they cannot be written: nobody reads them any more, the disk is full */
  write(text: string): Promise<void>;
  /** Progress and errors. */
  note(text: string): void;
  /** Columns of the terminal that `note` writes to; 0 where it is none. */
  noteColumns: number;
  /** Whether results go to a terminal. */
  writesToTerminal: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Reads NIR files: in a thread of their own, which the program has built beside it. */
  readChain: ReadChain;
}
