/** The executor at work, as every part of the session finds it. */
import type { Engine } from '../../engine/engine';

export interface EngineAccess {
  /** null until the first has started. It may be another one after any `await`: somebody chose it, or this one was lost. */
  engine: Engine | null;
}
