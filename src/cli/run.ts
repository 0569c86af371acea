/** The commands: from a command line to an exit code. */
import { DataError } from '../data/data-error';
import { EngineError } from '../engine/engine';
import { said } from '../model/said';
import { classify } from './classify';
import { CommandError, Interrupted, UsageError } from './errors';
import { evaluate } from './evaluate';
import { exportModel, importModel } from './exchange';
import { commandHelp, COMMANDS, generalHelp } from './help';
import type { Io } from './io';
import { closest } from './options';
import { pointFiles } from './point-files';
import { train } from './train';

const RUN = {
  train,
  classify,
  evaluate,
  points: pointFiles,
  export: exportModel,
  import: importModel,
};
type Command = keyof typeof RUN;

const ALL = 'train, classify, evaluate, points, export or import';

/** As shells expect of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs a command line (without the program's name). Resolves to the exit code: 0; 1 bad input; 2 bad usage. */
export async function run(args: string[], io: Io): Promise<number> {
  try {
    await dispatch(args, io);
    return 0;
  } catch (error) {
    if (error instanceof Interrupted) {
      io.note(`${error.message}\n`);
      return INTERRUPTED;
    }
    if (error instanceof UsageError) {
      io.note(`${error.message}\n`);
      return 2;
    }
    const expected =
      error instanceof CommandError || error instanceof DataError || error instanceof EngineError;
    io.note(`${expected ? error.message : unexpected(error)}\n`);
    return 1;
  }
}

async function dispatch(args: string[], io: Io): Promise<void> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    const command = rest[0];
    await io.write(isCommand(command) ? commandHelp(COMMANDS[command]) : generalHelp());
    return;
  }
  if (!isCommand(name)) {
    const near = name === undefined ? undefined : closest(name, Object.keys(RUN));
    const hint = near ? `did you mean ${near}?` : `it must be ${ALL}.`;
    throw new UsageError(
      name === undefined
        ? `A command is missing: ${ALL} (see --help).`
        : `There is no command "${said(name)}": ${hint}`,
    );
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    await io.write(commandHelp(COMMANDS[name]));
    return;
  }
  await RUN[name](rest, io);
}

function isCommand(name: string | undefined): name is Command {
  return name !== undefined && Object.hasOwn(RUN, name);
}

/** A mistake of the program: the stack helps whoever mends it. */
function unexpected(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Something went wrong that should not have: ${detail}`;
}
