import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createThrottle } from './throttle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('works at once, then at most once a pause, and never forgets the last ask', async () => {
  const times: number[] = [];
  const throttle = createThrottle(
    () => {
      times.push(Date.now() - start);
      return Promise.resolve(1000);
    },
    Date.now,
    1000,
  );
  const start = Date.now();
  for (let i = 0; i < 30; i++) {
    throttle.ask();
    await advance(100);
  }
  await advance(5000);
  expect(times).toEqual([0, 1000, 2000, 3000]);
});

it('does one piece of work at a time, however long it takes', async () => {
  let under = 0;
  let most = 0;
  let done = 0;
  const throttle = createThrottle(
    async () => {
      most = Math.max(most, ++under);
      await new Promise((resolve) => setTimeout(resolve, 700));
      under--;
      done++;
      return 100;
    },
    Date.now,
    100,
  );
  for (let i = 0; i < 20; i++) {
    throttle.ask();
    await advance(50);
  }
  const flushed = throttle.flush();
  await advance(2000);
  await flushed;
  await advance(5000);
  expect(most).toBe(1);
  expect(done).toBe(3);
});

it('flushes at once what was asked for, and nothing else', async () => {
  let done = 0;
  const throttle = createThrottle(() => Promise.resolve(++done && 1000), Date.now, 1000);
  await throttle.flush();
  expect(done).toBe(0);
  throttle.ask();
  await advance(0);
  throttle.ask();
  await throttle.flush();
  expect(done).toBe(2);
  await advance(10_000);
  expect(done).toBe(2);
});
