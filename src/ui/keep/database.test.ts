import { afterEach, expect, it, vi } from 'vitest';
import { reasonOf } from '../../session/runs/storage-trouble';
import { browserRuns } from './runs-storage';
import { answered } from './database';
import { browserStorage } from './storage';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const reason = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'nothing went wrong',
    (error: unknown) => reasonOf(error),
  );

/** Everything that is asked of the database. */
function asked(): Promise<unknown>[] {
  const kept = browserStorage('a');
  const runs = browserRuns('b');
  return [
    kept.get('x'),
    kept.set('x', 1),
    kept.delete('x'),
    runs.list(),
    runs.weights(1),
    runs.moments(1),
    runs.put({ id: 1 } as never, null, null),
    runs.delete([1]),
  ];
}

it('says in words that there is no database, or that a page may have none', async () => {
  vi.stubGlobal('indexedDB', undefined);
  for (const of of asked()) expect(await reason(of)).toBe('this browser has no storage for pages');
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('Denied.', 'SecurityError');
    },
  });
  for (const of of asked())
    expect(await reason(of)).toBe('the browser lets this page store nothing');
});

it('does not wait for ever for a database that does not answer', async () => {
  vi.stubGlobal('indexedDB', {});
  vi.useFakeTimers();
  const said = reason(answered(() => new Promise(() => undefined)));
  await vi.advanceTimersByTimeAsync(8000);
  expect(await said).toBe('the browser’s storage does not answer');
});
