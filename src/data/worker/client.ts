/** Data sets, read beside the page: unpacking MNIST's 47 MB would hold the page up for most of a second. */
import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { DataError } from '../data-error';
import type { ImageSet } from '../image-set';
import { loadMnist, type LoadOptions, type MnistRole } from '../mnist';
import { makePoints, type MadePoints } from '../points/make-points';
import type { Points } from '../points/points-spec';
import type { OwnFiles, OwnSets } from '../own-files';
import type { DataHost, Loaded } from './host';
import { onUnread } from './messages';
import { workerOfPage } from './page-worker';
import { readOwn } from './read-own';

const spawnWorker = (): Worker => {
  const Worker = workerOfPage();
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'data' });
};

/**
 * As `loadMnist`, in a worker of its own that ends when the data is there. Where no worker can be had, on the page.
 * @param spawn starts the worker; tests bring their own
 * @throws DataError as `loadMnist`
 */
export function loadMnistAside(
  role: MnistRole,
  options: Pick<LoadOptions, 'base' | 'onProgress'>,
  spawn: () => Worker = spawnWorker,
): Promise<ImageSet> {
  const { base, onProgress = () => undefined } = options;
  return aside(
    (host) => host.load(role, String(base), proxy(onProgress)),
    () => loadMnist(role, options),
    spawn,
  );
}

/** As `readOwnFiles`, likewise. */
export function readOwnFilesAside(
  files: OwnFiles,
  spawn: () => Worker = spawnWorker,
): Promise<OwnSets> {
  return aside(
    (host) => host.read(files),
    () => readOwn(files),
    spawn,
  );
}

/** As `makePoints`, likewise: a set asked for is no reason for the page to miss a frame. */
export function makePointsAside(
  points: Points,
  spawn: () => Worker = spawnWorker,
): Promise<MadePoints> {
  return aside(
    (host) => host.make(points),
    async () => makePoints(points),
    spawn,
  );
}

async function aside<T>(
  ask: (host: Remote<DataHost>) => Promise<Loaded<T>>,
  onPage: () => Promise<T>,
  spawn: () => Worker,
): Promise<T> {
  let worker: Worker;
  try {
    worker = spawn();
  } catch {
    return onPage();
  }
  const host = wrap<DataHost>(worker);
  const broken = new Promise<null>((resolve) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(null);
    });
    onUnread(worker, () => resolve(null));
  });
  try {
    const loaded = await Promise.race([ask(host), broken]);
    if (loaded === null) return await onPage();
    const { value, failure } = loaded;
    if (failure) throw new DataError(failure.message, { retryable: failure.retryable });
    return value;
  } finally {
    host[releaseProxy]();
    worker.terminate();
  }
}
