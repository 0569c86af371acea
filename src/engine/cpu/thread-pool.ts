/** Helper threads behind one small port each, whatever kind of worker they are. */
import { EngineError } from '../engine';
import type { ServeOrder, ThreadAnswer } from './serve';
import type { ThreadPool } from './simd';

export interface ThreadPort {
  post(order: ServeOrder): void;
  /** Calls `answered` at every message from the thread, `failed` when it ends or sends something that cannot be read. */
  listen(answered: (answer: ThreadAnswer) => void, failed: (message: string) => void): void;
  end(): void;
}

/** Milliseconds in which threads take part at the latest: their script may have to be loaded. */
const PATIENCE = 5000;

/** @param patience milliseconds */
export function createThreadPool(
  module: WebAssembly.Module,
  ports: ThreadPort[],
  patience = PATIENCE,
): ThreadPool {
  let failure: string | undefined;
  const waiting = new Map<ThreadPort, { ready: () => void; fail: (error: Error) => void }>();
  const refuse = (message: string): EngineError =>
    new EngineError(`A thread of the CPU engine could not work (${message}).`);
  const fail = (message: string): void => {
    failure ??= message;
    for (const each of waiting.values()) each.fail(refuse(message));
  };
  for (const port of ports) {
    port.listen((answer) => {
      if (answer === 'ready') waiting.get(port)?.ready();
      else fail(answer.failure);
    }, fail);
  }
  return {
    helpers: ports.length,
    async attach(memory, network, scratch) {
      if (failure !== undefined) throw refuse(failure);
      const serving = ports.map(
        (port, n) =>
          new Promise<void>((ready, fail) => {
            waiting.set(port, { ready, fail });
            port.post({ module, memory, network, thread: n + 1, scratch: scratch[n]! });
          }),
      );
      const late = setTimeout(fail, patience, 'it did not start');
      try {
        await Promise.all(serving);
      } finally {
        clearTimeout(late);
        waiting.clear();
      }
    },
    dispose() {
      for (const port of ports) port.end();
    },
  };
}
