/**
 * What is said to a worker gets an answer: where a message cannot be sent, or the worker cannot read it (too large for its memory, nested too
 * deeply), Comlink would wait for ever. Messages come in the order in which they are sent, so a number says which one is meant.
 */
import type { Endpoint } from 'comlink';

/** What a worker says instead of an answer: the number of a message that it could not read, from 0. */
export interface Unread {
  unread: number;
}

/** Messages that this worker has got. */
let got = 0;
export const messagesGot = (): number => got;

/** Calls `told` at messages that cannot be read. Where it is the stack that is full, Chrome gives a message of nothing. */
export function onUnreadable(from: Worker, told: () => void): void {
  from.addEventListener('messageerror', told);
  from.addEventListener('message', ({ data }) => {
    if (data === null) told();
  });
}

/** What a worker's script does before it can get a message. */
export function countMessages(): void {
  const scope = globalThis as unknown as Worker;
  onUnreadable(scope, () => scope.postMessage({ unread: got } satisfies Unread));
  for (const kind of ['message', 'messageerror']) addEventListener(kind, () => got++);
}

const isUnread = (data: unknown): data is Unread =>
  typeof (data as Unread | null)?.unread === 'number';

/** Calls `told` when the worker could not read a message, or the page not one of the worker's. */
export function onUnread(worker: Worker, told: () => void): void {
  worker.addEventListener('message', ({ data }) => isUnread(data) && told());
  onUnreadable(worker, told);
}

/** The worker as Comlink speaks to it. What cannot be sent or read rejects with the error that `refusal` makes. */
export function answered(worker: Worker, refusal: () => Error): Endpoint {
  /** The numbers of the messages that wait for an answer, by Comlink's names for them. */
  const waiting = new Map<string, number>();
  let sent = 0;
  worker.addEventListener('message', ({ data }) => {
    if (!isUnread(data)) {
      waiting.delete((data as { id?: string } | null)?.id ?? '');
      return;
    }
    const [id] = [...waiting].find(([, number]) => number === data.unread) ?? [];
    if (id === undefined) return;
    const { name, message } = refusal();
    const value = { isError: true, value: { name, message, stack: '' } };
    // As Comlink's own host says that a call has failed.
    const answer = { id, type: 'HANDLER', name: 'throw', value };
    worker.dispatchEvent(new MessageEvent('message', { data: answer }));
  });
  return {
    postMessage(message, transfer = []) {
      try {
        worker.postMessage(message, transfer);
      } catch {
        throw refusal();
      }
      waiting.set(message.id, sent++);
    },
    addEventListener: worker.addEventListener.bind(worker),
    removeEventListener: worker.removeEventListener.bind(worker),
  };
}
