/**
 * A worker that trains sees no message until it lets its event loop run, and on several threads that takes as long as a step. So the page
 * counts its messages in memory that both share: one look tells the worker, after every step, whether a message waits.
 */
import type { Endpoint } from 'comlink';
import { messagesGot } from '../../data/worker/messages';
import { canShareMemory } from '../shared/share-memory';

/** [1] messages that the page has sent. */
export type SentCount = Int32Array<SharedArrayBuffer>;

/** Undefined where a page may not share memory with its workers. */
export function createSentCount(): SentCount | undefined {
  return canShareMemory() ? new Int32Array(new SharedArrayBuffer(4)) : undefined;
}

/** The worker as the page sends messages to it: each of them is counted. */
export function countingMessages(worker: Endpoint, sent: SentCount): Endpoint {
  return {
    ...worker,
    postMessage(message, transfer) {
      // Counted once it is sent: a message that cannot be sent (it throws) would count as pending for ever.
      worker.postMessage(message, transfer);
      Atomics.add(sent, 0, 1);
    },
  };
}

/** Whether a message waits for this worker. */
export const hasPendingMessages = (sent: SentCount): boolean =>
  Atomics.load(sent, 0) !== messagesGot();
