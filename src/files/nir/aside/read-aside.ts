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

/**
 * As `readChain`; the reader is ended afterwards.
 * @throws ModelFileError as `readChain` does, and where the file takes longer
 */
export function readAside(
  port: ReaderPort,
  bytes: Uint8Array<ArrayBuffer>,
  seconds = MOST_SECONDS,
): Promise<NirChain> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new Promise<NirChain>((resolve, reject) => {
    const refuse = (message: string): void => reject(new ModelFileError(message));
    port.listen(
      (answer) => {
        if ('read' in answer) return resolve(answer.read);
        if ('refused' in answer) return refuse(answer.refused);
        // Fetching the library takes what it takes: the time is the file's.
        timer = setTimeout(
          () =>
            refuse(`The file could not be read within ${seconds} s: it is damaged, or too large.`),
          seconds * 1000,
        );
        port.post(bytes);
      },
      () =>
        refuse(
          timer === undefined
            ? NOT_FETCHED
            : 'The file could not be read: it is damaged, or too large.',
        ),
    );
  }).finally(() => {
    clearTimeout(timer);
    port.end();
  });
}
