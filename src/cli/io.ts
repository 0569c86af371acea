/** What a command sees of the process it runs in; tests bring their own. */
export interface Io {
  /** The folder that relative paths start from. */
  cwd: string;
  /** Results. Resolves to false once nobody reads them any more (a closed pipe). */
  write(text: string): Promise<boolean>;
  /** Progress and errors. */
  note(text: string): void;
  /** Columns of the terminal that `note` writes to; 0 where it is none. */
  noteColumns: number;
  /** Whether results go to a terminal. */
  writesToTerminal: boolean;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}
