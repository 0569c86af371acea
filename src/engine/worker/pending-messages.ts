/**
 * A worker that trains sees no message until it lets its event loop run, and on several threads that takes as long as a step. So the page
 * counts its messages in memory that both share: one look tells the worker, after every step, whether a message waits.
 */
import type { Endpoint } from 'comlink';
import { messagesGot } from '../../data/worker/messages';
import { canShareMemory } from '../shared/share-memory';

/** [1] messages that the page has sent. */
export type Bell = Int32Array<SharedArrayBuffer>;

/** Undefined where a page may not share memory with its workers. */
export function createBell(): Bell | undefined {
  return canShareMemory() ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
}

/** The worker's end; every message rings. */
export function ringing(worker: Endpoint, bell: Bell): Endpoint {
  return {
    ...worker,
    postMessage(message, transfer) {
      // What cannot be sent does not ring: nobody would answer.
      worker.postMessage(message, transfer);
      Atomics.add(bell, 0, 1);
    },
  };
}

/** Whether a message waits for this worker. */
export const isRung = (bell: Bell): boolean => Atomics.load(bell, 0) !== messagesGot();
