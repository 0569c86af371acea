/** One training at a time: who holds it, who asked it to stop, who waits for its end. */
import { EngineError } from '../engine';

export interface TrainingLock {
  /** Whether training is under way. */
  readonly busy: boolean;
  /** Whether it was asked to stop. */
  readonly stopping: boolean;
  /** Resolves when training is asked to stop, or is over. */
  stopAsked(): Promise<void>;
  /** Throws where training is under way already. */
  enter(): void;
  /** Training is over: lets those who wait for it go on. */
  leave(): void;
  /** Asks training to stop; resolves when it has (at once when none is under way). */
  stop(): Promise<void>;
  /** Throws, while training is under way, that it must be stopped before one can `todo`. */
  requireIdle(todo: string): void;
}

export function createTrainingLock(): TrainingLock {
  let busy = false;
  let stopping = false;
  let waiting: (() => void)[] = [];
  let listening: (() => void)[] = [];
  const tell = (): void => {
    const told = listening;
    listening = [];
    for (const go of told) go();
  };
  return {
    get busy() {
      return busy;
    },
    get stopping() {
      return stopping;
    },
    stopAsked: () =>
      busy && !stopping ? new Promise((resolve) => listening.push(resolve)) : Promise.resolve(),
    enter() {
      if (busy) throw new EngineError('Training is already under way: pause it first.');
      busy = true;
      stopping = false;
    },
    leave() {
      busy = false;
      stopping = false;
      tell();
      const released = waiting;
      waiting = [];
      for (const release of released) release();
    },
    stop() {
      if (!busy) return Promise.resolve();
      stopping = true;
      tell();
      return new Promise((resolve) => waiting.push(resolve));
    },
    requireIdle(todo) {
      if (busy) throw new EngineError(`Training is under way: pause it to ${todo}.`);
    },
  };
}
