/** Reading a NIR file in a thread of Node, spawned for it. The build puts nir-thread.mjs beside the program (scripts/lib/cli.mjs). */
import { Worker } from 'node:worker_threads';
import type { NirChain } from '../nir-chain';
import { readAside } from './read-aside';

export const THREAD = './nir-thread.mjs';

/**
 * As `readAside`.
 * @param script the thread's; tests bring their own
 */
export async function readChainInThread(
  bytes: Uint8Array<ArrayBuffer>,
  seconds?: number,
  script = new URL(THREAD, import.meta.url),
): Promise<NirChain> {
  // What its library warns of is nothing for people.
  const worker = new Worker(script, { stdout: true, stderr: true });
  return readAside(
    {
      post: (file) => worker.postMessage(file),
      listen(answered, failed) {
        worker.on('message', answered);
        for (const event of ['messageerror', 'error', 'exit']) worker.on(event, failed);
      },
      end: () => void worker.terminate(),
    },
    bytes,
    seconds,
  );
}
