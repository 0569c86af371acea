/** The executor at work, as every part of the session finds it. */
import type { Engine } from '../../engine/engine';

export interface EngineAccess {
  /** null until the first has started; another one from one moment to the next when people choose it, or this one is lost. */
  engine: Engine | null;
}
