import { expect, test } from 'vitest';
import { yieldToEventLoop } from './yield-to-event-loop';

test('what waits on the event loop gets its turn', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const end = performance.now() + 2000;
  while (turns < 2 && performance.now() < end) await yieldToEventLoop();
  clearInterval(timer);
  expect(turns).toBeGreaterThanOrEqual(2);
});
