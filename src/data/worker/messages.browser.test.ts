import { wrap } from 'comlink';
import { expect, test } from 'vitest';
import { answered } from './messages';

/** A worker that says of its first message that it cannot be read, and answers the others with their arguments. */
const SCRIPT = `
  let got = 0;
  addEventListener('message', ({ data: { id, argumentList } }) => {
    if (got++ === 0) postMessage({ unread: 0 });
    else postMessage({ id, ...argumentList[0] });
  });`;

interface Host {
  say(what: unknown): Promise<unknown>;
}

test('what cannot be sent, and what cannot be read, is answered with an error; the rest as ever', async () => {
  const worker = new Worker(URL.createObjectURL(new Blob([SCRIPT])));
  const host = wrap<Host>(answered(worker, () => new TypeError('It is too large.')));
  try {
    const unsent = host.say(Symbol('no such thing in a message'));
    await expect(unsent).rejects.toThrow('It is too large.');
    const [unread, read] = [host.say('first'), host.say('second')];
    await expect(unread).rejects.toMatchObject({ name: 'TypeError', message: 'It is too large.' });
    expect(await read).toBe('second');
  } finally {
    worker.terminate();
  }
});
