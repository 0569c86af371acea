import { expect, test } from 'vitest';
import { answered, countMessages } from '../../data/worker/messages';
import { createBell, isRung, ringing } from './pending-messages';

test('a message rings from when it is sent until it has come', async () => {
  const bell = createBell();
  if (!bell) throw new Error('These tests run on an isolated page.');
  const { port1, port2 } = new MessageChannel();
  // The page in the worker's place, another end of the channel in the page's.
  countMessages();
  const worker = ringing(
    answered(port2 as unknown as Worker, () => new Error('It cannot be sent.')),
    bell,
  );
  expect(() => worker.postMessage(() => undefined)).toThrow('It cannot be sent.');
  expect(isRung(bell)).toBe(false);
  worker.postMessage('one');
  worker.postMessage('two');
  expect(isRung(bell)).toBe(true);
  dispatchEvent(new MessageEvent('message', { data: 'one' }));
  expect(isRung(bell)).toBe(true);
  dispatchEvent(new MessageEvent('messageerror'));
  expect(isRung(bell)).toBe(false);
  // They went to the worker as well.
  const messages: unknown[] = [];
  await new Promise<void>((resolve) => {
    port1.addEventListener('message', ({ data }) => messages.push(data) === 2 && resolve());
    port1.start();
  });
  expect(messages).toEqual(['one', 'two']);
});
