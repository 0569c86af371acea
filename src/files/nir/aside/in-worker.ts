/** Reading a NIR file in a worker of the page, spawned for it. */
import { workerOfPage } from '../../../data/worker/page-worker';
import { ModelFileError } from '../../model-file-error';
import { NOT_FETCHED } from '../hdf5';
import type { NirChain } from '../nir-chain';
import { readAside } from './read-aside';

function spawn(): Worker {
  try {
    const Worker = workerOfPage();
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'nir' });
  } catch (cause) {
    throw new ModelFileError(NOT_FETCHED, { cause });
  }
}

/** As `readAside`. */
export async function readChainInWorker(
  bytes: Uint8Array<ArrayBuffer>,
  seconds?: number,
): Promise<NirChain> {
  const worker = spawn();
  return readAside(
    {
      post: (file) => worker.postMessage(file),
      listen(answered, failed) {
        worker.addEventListener('message', ({ data }) => answered(data));
        worker.addEventListener('messageerror', failed);
        worker.addEventListener('error', (event) => {
          event.preventDefault();
          failed();
        });
      },
      end: () => worker.terminate(),
    },
    bytes,
    seconds,
  );
}
