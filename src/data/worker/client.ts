/** MNIST, loaded beside the page: unpacking its 47 MB would hold the page up for most of a second. */
import { proxy, releaseProxy, wrap } from 'comlink';
import { DataError } from '../data-error';
import type { ImageSet } from '../image-set';
import { loadMnist, type LoadOptions, type MnistRole } from '../mnist';
import type { DataHost } from './host';

const spawnWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'data' });

/**
 * As `loadMnist`, in a worker of its own that ends when the data is there. Where no worker can be had, on the page.
 * @param spawn starts the worker; tests bring their own
 * @throws DataError as `loadMnist`
 */
export async function loadMnistAside(
  role: MnistRole,
  { base, onProgress }: Pick<LoadOptions, 'base' | 'onProgress'>,
  spawn: () => Worker = spawnWorker,
): Promise<ImageSet> {
  let worker: Worker;
  try {
    worker = spawn();
  } catch {
    return loadMnist(role, { base, ...(onProgress && { onProgress }) });
  }
  const host = wrap<DataHost>(worker);
  const broken = new Promise<null>((resolve) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(null);
    });
  });
  try {
    const loaded = await Promise.race([
      host.load(role, String(base), proxy(onProgress ?? (() => undefined))),
      broken,
    ]);
    if (loaded === null) return await loadMnist(role, { base, ...(onProgress && { onProgress }) });
    const { set, failure } = loaded;
    if (failure) throw new DataError(failure.message, { retryable: failure.retryable });
    return set;
  } finally {
    host[releaseProxy]();
    worker.terminate();
  }
}
