/** An error meant for the person at the terminal: one sentence, no stack. */
export class UserError extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode 1 for what went wrong, 2 for a wrong use of the command
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Prints what ended the command, a sentence where it is one, and exits. */
export function fail(error) {
  if (error instanceof UserError) {
    console.error(error.message);
    process.exit(error.exitCode);
  }
  console.error(error);
  process.exit(1);
}
