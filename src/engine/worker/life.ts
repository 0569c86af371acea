/** Notices how an engine's worker ends, and tells everybody who waits for it. */
import { onUnreadable } from '../../data/worker/messages';
import { EngineError, EngineGoneError } from '../engine';

export interface Life {
  /** The lock that the worker is to hold; undefined where there are none (an insecure page). */
  readonly lock: string | undefined;
  /** Never resolves; rejects when the worker is over. */
  readonly death: Promise<never>;
  readonly over: boolean;
  /** The engine is open. @param holds the worker holds its lock: from now on its end is noticed however it comes */
  begin(holds: boolean): void;
  end(message: string): void;
  onDeath: (message: string) => void;
}

let workers = 0;

/** @param patience milliseconds in which the engine is to be open; its worker is given up then */
export function watchLife(worker: Worker, patience: number): Life {
  let begun = false;
  let over = false;
  let reject: (error: Error) => void = () => undefined;
  const death = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Calls under way are rejected along with it. Where there is none, it must not be reported as an unhandled rejection.
  death.catch(() => undefined);
  const late = setTimeout(
    () =>
      life.onDeath(
        `The engine did not start within ${Math.round(patience / 1000)} seconds: try again, or reload the page.`,
      ),
    patience,
  );
  const locks = (navigator as { locks?: LockManager }).locks;
  const lock =
    locks && `mt-spike-engine-${performance.timeOrigin}-${performance.now()}-${workers++}`;
  const life: Life = {
    lock,
    death,
    get over() {
      return over;
    },
    begin(holds) {
      begun = true;
      clearTimeout(late);
      if (!holds || !locks || lock === undefined) return;
      void locks.request(lock, () =>
        life.onDeath('The engine stopped: the browser ended its worker.'),
      );
    },
    end(message) {
      clearTimeout(late);
      over = true;
      // Before the engine is open the one who opens it gets the error; afterwards `onLost` is called.
      reject(begun ? new EngineGoneError(message) : new EngineError(message));
    },
    onDeath: () => undefined,
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    // Only where the script could not be loaded does the event have no message.
    if (!event.message && !begun)
      life.onDeath('The engine could not be loaded: check the connection, then try again.');
    const detail = event.message ? ` (${event.message})` : '';
    life.onDeath(`The engine stopped because of an error in its worker${detail}.`);
  });
  onUnreadable(worker, () =>
    life.onDeath('The engine stopped: a message of its worker could not be read.'),
  );
  return life;
}
