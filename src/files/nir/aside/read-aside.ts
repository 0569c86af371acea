/** NIR files are read aside: in HDF5 a few damaged bytes can make its library go round for ever, which only the end of its thread ends. */
import { ModelFileError } from '../../model-file-error';
import { NOT_FETCHED } from '../hdf5';
import type { NirChain } from '../nir-chain';

/** What the reader says: that its library is there, then what came of the file. */
export type Answer = { ready: true } | { read: NirChain } | { refused: string };

/** A worker of the page or a thread of Node, spawned for one file. */
export interface ReaderPort {
  post(bytes: Uint8Array<ArrayBuffer>): void;
  /** Calls `failed` when the reader breaks, or what it says cannot be read. */
  listen(answered: (answer: Answer) => void, failed: () => void): void;
  end(): void;
}

/** Seconds that reading a file may take, once the library is there. */
export const MOST_SECONDS = 10;

/** Calls back once so many seconds have gone by. @returns what calls it off */
export type After = (seconds: number, run: () => void) => () => void;

const onTheWall: After = (seconds, run) => {
  const timer = setTimeout(run, seconds * 1000);
  return () => clearTimeout(timer);
};

/**
 * As `readChain`; the reader is ended afterwards.
 * @param after the clock that `seconds` are of: people wait by the one on the wall
 * @throws ModelFileError as `readChain` does, and where the file takes longer
 */
export function readAside(
  port: ReaderPort,
  bytes: Uint8Array<ArrayBuffer>,
  seconds = MOST_SECONDS,
  after = onTheWall,
): Promise<NirChain> {
  let callOff: (() => void) | undefined;
  return new Promise<NirChain>((resolve, reject) => {
    const refuse = (message: string): void => reject(new ModelFileError(message));
    port.listen(
      (answer) => {
        if ('read' in answer) return resolve(answer.read);
        if ('refused' in answer) return refuse(answer.refused);
        // Fetching the library takes what it takes: the time is the file's.
        callOff = after(seconds, () =>
          refuse(`The file could not be read within ${seconds} s: it is damaged, or too large.`),
        );
        port.post(bytes);
      },
      () =>
        refuse(
          callOff === undefined
            ? NOT_FETCHED
            : 'The file could not be read: it is damaged, or too large.',
        ),
    );
  }).finally(() => {
    callOff?.();
    port.end();
  });
}
