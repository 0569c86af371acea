/** The program behind `npm run mtspike`: the commands, in this process. */
import type { Io } from './io';
import { run } from './run';

const interrupt = new AbortController();
// A second signal ends the process at once.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupt.abort());
}

let readers = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has seen enough (`| head`).
  if (error.code === 'EPIPE') readers = false;
  else throw error;
});
process.stderr.on('error', () => undefined);

const io: Io = {
  // npm starts programs in the repository, whatever folder it was called in.
  cwd:
    (process.env.npm_lifecycle_event === 'mtspike' ? process.env.INIT_CWD : undefined) ??
    process.cwd(),
  write: (text) =>
    new Promise((resolve) => {
      if (!readers) resolve(false);
      else process.stdout.write(text, (error) => resolve(error == null && readers));
    }),
  note: (text) => void process.stderr.write(text),
  noteColumns: process.stderr.isTTY ? process.stderr.columns : 0,
  writesToTerminal: process.stdout.isTTY,
  signal: interrupt.signal,
};

const code = await run(process.argv.slice(2), io);
// Not left to the event loop: an adapter may keep it busy. Everything is written by now.
process.exit(code);
