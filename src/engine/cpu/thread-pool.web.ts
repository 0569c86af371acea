/** Helper threads in a browser. */
import { workerOfPage } from '../../data/worker/page-worker';
import { createThreadPool, type ThreadPort } from './thread-pool';
import type { SpawnThreads } from './choose-kernels';

export const spawnWebThreads: SpawnThreads = async (module, helpers) => {
  const Worker = workerOfPage();
  return createThreadPool(
    module,
    Array.from({ length: helpers }, () =>
      portOf(
        new Worker(new URL('./thread.ts', import.meta.url), { type: 'module', name: 'thread' }),
      ),
    ),
  );
};

const portOf = (worker: Worker): ThreadPort => ({
  post: (order) => worker.postMessage(order),
  listen(answered, failed) {
    worker.addEventListener('message', ({ data }) => answered(data));
    worker.addEventListener('messageerror', () => failed('what it said could not be read'));
    worker.addEventListener('error', (event) => failed(event.message || 'it did not start'));
  },
  end: () => worker.terminate(),
});
