/**
 * MNIST as it is served: gzip-packed IDX files, named .bin so that no server unpacks them on the way.
 * The test set is a sixth of the training set and is asked for first, so that a page is useful early.
 */
import { collect } from './collect';
import { DataError } from './data-error';
import { readImageSet } from './idx';
import type { ImageSet } from './image-set';

export type MnistRole = 'test' | 'train';

/** Where the files lie, relative to the page. The training images are those of the commands: a page's come in another order. */
export const MNIST_FILES: Record<MnistRole, { images: string; labels: string }> = {
  test: { images: 'data/mnist-test-images.bin', labels: 'data/mnist-test-labels.bin' },
  train: { images: 'data/mnist-train-images.bin', labels: 'data/mnist-train-labels.bin' },
};

/** The seed whose first epoch visits the training images in the order in which they come to a page (mnist-arriving.ts). */
export const FILE_SEED = 1;

/** What sentences call the files. */
export const MNIST_NAMES: Record<MnistRole, { images: string; labels: string }> = {
  test: { images: "MNIST's test images", labels: "MNIST's test labels" },
  train: { images: "MNIST's training images", labels: "MNIST's training labels" },
};

export interface LoadProgress {
  /** Bytes received of images and labels. */
  loaded: number;
  /** Bytes of both; 0 where the server does not say. */
  total: number;
}

export interface LoadOptions {
  /** The page's address, which the files' names are relative to (`document.baseURI`; a worker is told it). */
  base: string | URL;
  onProgress?: (progress: LoadProgress) => void;
  /** Aborting rejects with the signal's reason, not with a DataError. */
  signal?: AbortSignal;
  /** For tests. */
  fetch?: typeof fetch;
}

/**
 * Loads MNIST's test half: 28 x 28 bytes, 10 classes.
 * @throws DataError with a sentence; `retryable` where the network or the server failed
 */
export async function loadMnistTest(options: LoadOptions): Promise<ImageSet> {
  const files = MNIST_FILES.test;
  const names = MNIST_NAMES.test;
  const parts = [
    { name: files.images, loaded: 0, total: 0 },
    { name: files.labels, loaded: 0, total: 0 },
  ];
  const report = (): void => {
    const known = parts.every((part) => part.total > 0);
    options.onProgress?.({
      loaded: parts.reduce((sum, part) => sum + part.loaded, 0),
      total: known ? parts.reduce((sum, part) => sum + part.total, 0) : 0,
    });
  };
  const [images, labels] = await Promise.all(
    parts.map((part) =>
      download(part.name, names.images, options, (loaded, total) => {
        part.loaded = loaded;
        part.total = total;
        report();
      }),
    ),
  );
  options.signal?.throwIfAborted();
  return readImageSet(images!, labels!, { classes: 10, names });
}

/**
 * All bytes of a file.
 * @param title what a sentence calls it
 * @throws DataError likewise
 */
export async function download(
  name: string,
  title: string,
  options: LoadOptions,
  onBytes: (loaded: number, total: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await openFile(name, title, options);
  try {
    return await collect(response, lengthOf(response), onBytes);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw connectionFailed(title, error);
  }
}

/** Bytes that are to come; 0 where the server does not say. */
export const lengthOf = ({ headers }: Response): number =>
  Number(headers.get('content-length') ?? 0);

/** The answer, once it has begun. @throws DataError likewise */
export async function openFile(
  name: string,
  title: string,
  { base, signal, fetch: fetchFile = fetch }: LoadOptions,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetchFile(new URL(name, base), { signal: signal ?? null });
  } catch (error) {
    signal?.throwIfAborted();
    throw connectionFailed(title, error);
  }
  if (!response.ok || isPage(response)) throw refused(response, name, title);
  return response;
}

export const connectionFailed = (title: string, cause: unknown): DataError =>
  new DataError(
    `${title} could not be loaded because the connection failed: check the network and try again.`,
    { cause, retryable: true },
  );

/** A server for one-page applications answers a missing file with the page itself. */
function isPage(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').startsWith('text/html');
}

function refused(response: Response, name: string, title: string): DataError {
  const missing = response.status === 404 || response.ok;
  return new DataError(
    missing
      ? `${title} are missing on the server (${name}): prepare them with "npm run data" and try again.`
      : `${title} could not be loaded because the server answered ${response.status}: try again in a moment.`,
    { retryable: true },
  );
}
