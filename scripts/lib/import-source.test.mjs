import { afterEach, beforeEach, expect, test } from 'vitest';
import { importSource } from './import-source.mjs';

const { NODE_ENV } = process.env;
// As it is where a command starts.
beforeEach(() => delete process.env.NODE_ENV);
afterEach(() => {
  process.env.NODE_ENV = NODE_ENV;
});

test('what is started after it is not built for development', async () => {
  const { DEFAULT_MODEL } = await importSource('src/files/default-model.ts');
  expect(DEFAULT_MODEL).toBe('784-128-10');
  expect(process.env.NODE_ENV).toBeUndefined();
});
