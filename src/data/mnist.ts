/**
 * MNIST as the page serves it: gzip-packed IDX files, named .bin so that no server unpacks them on the way.
 * The test set is a sixth of the training set and is asked for first, so that a page is useful early.
 */
import { collect } from './collect';
import { DataError } from './data-error';
import { readImageSet } from './idx';
import type { ImageSet } from './image-set';

export type MnistRole = 'test' | 'train';

/** Where the files lie, relative to the page. */
export const MNIST_FILES: Record<MnistRole, { images: string; labels: string }> = {
  test: { images: 'data/mnist-test-images.bin', labels: 'data/mnist-test-labels.bin' },
  train: { images: 'data/mnist-train-images.bin', labels: 'data/mnist-train-labels.bin' },
};

const TITLES: Record<MnistRole, string> = {
  test: "MNIST's test images",
  train: "MNIST's training images",
};

export interface LoadProgress {
  role: MnistRole;
  /** Bytes received of both files. */
  loaded: number;
  /** Bytes of both files; 0 where the server does not say. */
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
 * Loads one half of MNIST: 28 x 28 bytes, 10 classes.
 * @throws DataError with a sentence; `retryable` where the network or the server failed
 */
export async function loadMnist(role: MnistRole, options: LoadOptions): Promise<ImageSet> {
  const files = MNIST_FILES[role];
  const parts = [
    { name: files.images, loaded: 0, total: 0 },
    { name: files.labels, loaded: 0, total: 0 },
  ];
  const report = (): void => {
    const known = parts.every((part) => part.total > 0);
    options.onProgress?.({
      role,
      loaded: parts.reduce((sum, part) => sum + part.loaded, 0),
      total: known ? parts.reduce((sum, part) => sum + part.total, 0) : 0,
    });
  };
  const [images, labels] = await Promise.all(
    parts.map((part) =>
      download(part.name, TITLES[role], options, (loaded, total) => {
        part.loaded = loaded;
        part.total = total;
        report();
      }),
    ),
  );
  options.signal?.throwIfAborted();
  const names = { images: TITLES[role], labels: TITLES[role].replace('images', 'labels') };
  return readImageSet(images!, labels!, { classes: 10, names });
}

async function download(
  name: string,
  title: string,
  { base, signal, fetch: fetchFile = fetch }: LoadOptions,
  onBytes: (loaded: number, total: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetchFile(new URL(name, base), { signal: signal ?? null });
    if (!response.ok || isPage(response)) throw refused(response, name, title);
    const total = Number(response.headers.get('content-length') ?? 0);
    return await collect(response, total, onBytes);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof DataError) throw error;
    throw new DataError(
      `${title} could not be loaded because the connection failed: check the network and try again.`,
      { cause: error, retryable: true },
    );
  }
}

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
