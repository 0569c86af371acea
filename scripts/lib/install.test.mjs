import { expect, test } from 'vitest';
import { holdsAll } from './install.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-win32': { version: '2.0.0', optional: true },
  },
};

test('what the lock file asks for is there, or optional', () => {
  expect(holdsAll(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
});

test('a missing package and another version are not what the lock file asks for', () => {
  expect(holdsAll(lock, { packages: {} })).toBe(false);
  expect(holdsAll(lock, { packages: { 'node_modules/a': { version: '1.0.1' } } })).toBe(false);
  expect(
    holdsAll(lock, {
      packages: {
        'node_modules/a': { version: '1.0.0' },
        'node_modules/b-win32': { version: '1.9.0' },
      },
    }),
  ).toBe(false);
});
