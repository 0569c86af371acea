import { expect, test } from 'vitest';
import { EngineError } from '../engine';
import { loadPart } from './load-part';

test('a part that does not come is said in a sentence, with what to do', async () => {
  expect(await loadPart(async () => 'part')).toBe('part');
  const words = 'Failed to fetch dynamically imported module: /assets/part.js';
  const missing = loadPart(() => Promise.reject(new TypeError(words)));
  await expect(missing).rejects.toBeInstanceOf(EngineError);
  await expect(missing).rejects.toThrow(
    'A part of the engine could not be loaded: check the connection, then try again.',
  );
});
