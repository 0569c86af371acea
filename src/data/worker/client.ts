/** A person's own files, and points, read or made beside the page, which would be held up by them. */
import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import { makePoints, type MadePoints } from '../points/make-points';
import type { Points } from '../points/points-spec';
import type { OwnFiles, OwnSets, Reading } from '../own-files';
import type { DataHost } from './host';
import { taken, type Loaded } from './loaded';
import { onUnread } from './messages';
import { workerOfPage } from './page-worker';
import type { OnePicture } from '../pictures/own-pictures';
import { readOwn, readPicture } from './read-own';

const spawnWorker = (): Worker => {
  const Worker = workerOfPage();
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'data' });
};

/**
 * As `readOwnFiles`, in a worker of its own that ends when the data is there. Where no worker can be had, on the page.
 * @param spawn starts the worker; tests bring their own
 * @throws DataError as `readOwnFiles`, and the signal's reason
 */
export function readOwnFilesAside(
  files: OwnFiles,
  spawn: () => Worker = spawnWorker,
  reading: Reading = {},
): Promise<OwnSets> {
  const { onRead, signal } = reading;
  return aside(
    (host) => host.read(files, onRead && proxy(onRead)),
    () => readOwn(files, reading),
    spawn,
    signal,
  );
}

/** A picture to look at, likewise. @throws DataError */
export function readPictureAside(
  file: File,
  spawn: () => Worker = spawnWorker,
): Promise<OnePicture> {
  return aside(
    (host) => host.picture(file),
    () => readPicture(file),
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

async function aside<T extends object>(
  ask: (host: Remote<DataHost>) => Promise<Loaded<T>>,
  onPage: () => Promise<T>,
  spawn: () => Worker,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
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
  // A worker that is no longer wanted ends at once, in the middle of a picture.
  const ended = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
  try {
    const loaded = await Promise.race([ask(host), broken, ended]);
    if (loaded === null) return await onPage();
    return taken(loaded);
  } finally {
    host[releaseProxy]();
    worker.terminate();
  }
}
