/** Evaluations that are ended before they are over: what wants the engine more should not wait for thousands of images. */
import { EngineError } from '../engine';

export interface Interruption {
  /** Ends all that is under way. */
  interrupt(this: void): Promise<void>;
  /** For one evaluation that begins now: called between its images, it throws once that has been ended. */
  guard(this: void): () => void;
}

export function createInterruption(): Interruption {
  let interrupted = 0;
  return {
    async interrupt() {
      interrupted++;
    },
    guard() {
      const before = interrupted;
      return () => {
        if (interrupted !== before)
          throw new EngineError('The evaluation was ended before it was over.');
      };
    },
  };
}
