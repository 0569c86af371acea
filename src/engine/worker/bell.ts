/**
 * A worker that trains sees no message until it lets its event loop run, and on several threads that takes as long as a step. So the page
 * counts its messages in memory that both share: one look tells the worker, after every step, whether a message waits.
 */
import type { Endpoint } from 'comlink';
import { canShareMemory } from '../shared/share-memory';

/** [1] messages that the page has sent. */
export type Bell = Int32Array<SharedArrayBuffer>;

/** Undefined where a page may not share memory with its workers. */
export function createBell(): Bell | undefined {
  return canShareMemory() ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
}

/** The worker as Comlink speaks to it; every message rings. */
export function ringing(worker: Worker, bell: Bell): Endpoint {
  return {
    postMessage(message, transfer = []) {
      // What cannot be sent does not ring: nobody would answer.
      worker.postMessage(message, transfer);
      Atomics.add(bell, 0, 1);
    },
    addEventListener: worker.addEventListener.bind(worker),
    removeEventListener: worker.removeEventListener.bind(worker),
  };
}

/** Messages that this worker has got. */
let got = 0;

/** What the worker's script does before it can get a message. */
export function countMessages(): void {
  // One that cannot be read waits no longer either.
  for (const kind of ['message', 'messageerror']) addEventListener(kind, () => got++);
}

/** Whether a message waits for this worker. */
export const isRung = (bell: Bell): boolean => Atomics.load(bell, 0) !== got;
