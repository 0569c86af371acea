/** Helper threads behind one small port each, whatever kind of worker they are. */
import { EngineError } from '../engine';
import type { ServeOrder } from './serve';
import type { Crew } from './simd';

export interface ThreadPort {
  post(order: ServeOrder): void;
  /** Calls `ready` at every message from the thread, `failed` when it ends with an error. */
  listen(ready: () => void, failed: (message: string) => void): void;
  end(): void;
}

export function createCrew(module: WebAssembly.Module, ports: ThreadPort[]): Crew {
  let failure: string | undefined;
  const waiting = new Map<ThreadPort, { ready: () => void; fail: (error: Error) => void }>();
  const refuse = (message: string): EngineError =>
    new EngineError(`A thread of the CPU engine could not work (${message}).`);
  for (const port of ports) {
    port.listen(
      () => waiting.get(port)?.ready(),
      (message) => {
        failure = message;
        for (const { fail } of waiting.values()) fail(refuse(message));
      },
    );
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
      await Promise.all(serving);
      waiting.clear();
    },
    dispose() {
      for (const port of ports) port.end();
    },
  };
}
