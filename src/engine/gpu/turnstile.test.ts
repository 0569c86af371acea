import { expect, test } from 'vitest';
import { createTurnstile } from './turnstile';

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

test('shared work goes side by side; what is alone waits for it and is waited for', async () => {
  const log: string[] = [];
  const turnstile = createTurnstile();
  const [a, b, alone, c] = ['a', 'b', 'alone', 'c'].map((name) => work(log, name));
  const done = [
    turnstile.share(a!.run),
    turnstile.share(b!.run),
    turnstile.alone(alone!.run),
    turnstile.share(c!.run),
  ];
  await settle();
  expect(log).toEqual(['a begins', 'b begins']);
  b!.end();
  await settle();
  expect(log).toEqual(['a begins', 'b begins', 'b ends']);
  a!.end();
  await settle();
  expect(log.slice(3)).toEqual(['a ends', 'alone begins']);
  alone!.end();
  c!.end();
  expect(await Promise.all(done)).toEqual(['a', 'b', 'alone', 'c']);
  expect(log.slice(5)).toEqual(['alone ends', 'c begins', 'c ends']);
});

test('what fails does not hold up what follows', async () => {
  const turnstile = createTurnstile();
  const fail = (): Promise<never> => Promise.reject(new Error('broken'));
  await expect(turnstile.alone(fail)).rejects.toThrow('broken');
  await expect(turnstile.share(fail)).rejects.toThrow('broken');
  expect(await turnstile.alone(async () => 1)).toBe(1);
});
