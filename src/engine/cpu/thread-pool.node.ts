/** Helper threads in Node. The build puts thread.mjs beside the program (scripts/lib/cli.mjs). */
import { Worker } from 'node:worker_threads';
import { createThreadPool, type ThreadPort } from './thread-pool';
import type { SpawnThreads } from './choose-kernels';

export const spawnNodeThreads: SpawnThreads = async (module, helpers) =>
  createThreadPool(
    module,
    Array.from({ length: helpers }, () => portOf(new Worker(threadScript()))),
  );

/** Not a constant URL: a bundler would take it for an asset. */
function threadScript(name = 'thread.mjs'): URL {
  return new URL(`./${name}`, import.meta.url);
}

function portOf(worker: Worker): ThreadPort {
  // A thread that sleeps must not keep a command from ending.
  worker.unref();
  return {
    post: (order) => worker.postMessage(order),
    listen(answered, failed) {
      worker.on('message', answered);
      worker.on('messageerror', () => failed('what it said could not be read'));
      worker.on('error', (error) => failed(error.message));
      worker.on('exit', () => failed('it ended'));
    },
    end: () => void worker.terminate(),
  };
}
