/** The program behind `npm run mtspike`: the commands, in this process. */
import { readChainInThread } from '../files/nir/aside/in-thread.node';
import { CommandError, fileReason } from './errors';
import type { Io } from './io';
import { run } from './run';

const interrupt = new AbortController();
// A second signal ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupt.abort());
}

// What goes wrong with standard output is said by whoever writes to it (`io.write`); an error nobody listens to would end the process.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const cannotBeWritten = (error: Error): CommandError =>
  new CommandError(`The output cannot be written: ${fileReason(error)}.`, { cause: error });

const io: Io = {
  // npm starts programs in the repository, whatever folder it was called in.
  cwd:
    (process.env.npm_lifecycle_event === 'mtspike' ? process.env.INIT_CWD : undefined) ??
    process.cwd(),
  write: (text) =>
    new Promise((resolve, reject) => {
      process.stdout.write(text, (error) => {
        if (error) reject(cannotBeWritten(error));
        else resolve();
      });
    }),
  note: (text) => void process.stderr.write(text),
  noteColumns: process.stderr.isTTY ? process.stderr.columns : 0,
  writesToTerminal: process.stdout.isTTY,
  signal: interrupt.signal,
  readChain: readChainInThread,
};

const code = await run(process.argv.slice(2), io);
// Not left to the event loop: an adapter may keep it busy. Everything is written by now.
process.exit(code);
