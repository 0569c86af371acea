import { expect, test } from 'vitest';
import { createReadWriteLock } from './read-write-lock';

/** Work that ends when told to. */
function work(log: string[], name: string): { run: () => Promise<string>; end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    run: async () => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
      return name;
    },
    end: () => {
      end();
    },
  };
}

const settle = async (): Promise<void> => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};

test('readers go side by side; a writer waits for them and is waited for', async () => {
  const log: string[] = [];
  const lock = createReadWriteLock();
  const [a, b, writer, c] = ['a', 'b', 'writer', 'c'].map((name) => work(log, name));
  const done = [lock.read(a!.run), lock.read(b!.run), lock.write(writer!.run), lock.read(c!.run)];
  await settle();
  expect(log).toEqual(['a begins', 'b begins']);
  b!.end();
  await settle();
  expect(log).toEqual(['a begins', 'b begins', 'b ends']);
  a!.end();
  await settle();
  expect(log.slice(3)).toEqual(['a ends', 'writer begins']);
  writer!.end();
  c!.end();
  expect(await Promise.all(done)).toEqual(['a', 'b', 'writer', 'c']);
  expect(log.slice(5)).toEqual(['writer ends', 'c begins', 'c ends']);
});

test('what fails does not hold up what follows', async () => {
  const lock = createReadWriteLock();
  const fail = (): Promise<never> => Promise.reject(new Error('broken'));
  await expect(lock.write(fail)).rejects.toThrow('broken');
  await expect(lock.read(fail)).rejects.toThrow('broken');
  expect(await lock.write(async () => 1)).toBe(1);
});
