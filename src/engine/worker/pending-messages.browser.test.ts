import { expect, test } from 'vitest';
import { answered, countMessages } from '../../data/worker/messages';
import { createSentCount, hasPendingMessages, countingMessages } from './pending-messages';

test('a message is pending from when it is sent until it has come', async () => {
  const sent = createSentCount();
  if (!sent) throw new Error('These tests run on an isolated page.');
  const { port1, port2 } = new MessageChannel();
  // The page in the worker's place, another end of the channel in the page's.
  countMessages();
  const worker = countingMessages(
    answered(port2 as unknown as Worker, () => new Error('It cannot be sent.')),
    sent,
  );
  expect(() => worker.postMessage(() => undefined)).toThrow('It cannot be sent.');
  expect(hasPendingMessages(sent)).toBe(false);
  worker.postMessage('one');
  worker.postMessage('two');
  expect(hasPendingMessages(sent)).toBe(true);
  dispatchEvent(new MessageEvent('message', { data: 'one' }));
  expect(hasPendingMessages(sent)).toBe(true);
  dispatchEvent(new MessageEvent('messageerror'));
  expect(hasPendingMessages(sent)).toBe(false);
  // They went to the worker as well.
  const messages: unknown[] = [];
  await new Promise<void>((resolve) => {
    port1.addEventListener('message', ({ data }) => messages.push(data) === 2 && resolve());
    port1.start();
  });
  expect(messages).toEqual(['one', 'two']);
});
