import { EngineError } from '../engine';

/** A part of the engine that comes in a file of its own. @throws EngineError where it does not come, in place of the browser's own words */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    throw new EngineError(
      'A part of the engine could not be loaded: check the connection, then try again.',
    );
  }
}
