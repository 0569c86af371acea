import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lessonEvents } from '../../learn/events';
import { PAGE_LINK } from '../../view/link/page-format';
import { captureLink } from '../../view/link/page-link';
import { testView } from '../../view/view.test-data';
import { speakWithHost, type Address, type Around } from './bridge';

const HOST = 'https://course.example';

/** A page around that writes down what it is told, and an address whose links are opened when the test says so. */
async function framed() {
  const { session, view } = testView();
  await session.ready;
  const told: { message: Record<string, unknown>; origin: string }[] = [];
  const parent = {
    postMessage: (message: Record<string, unknown>, origin: string) =>
      told.push({ message, origin }),
  };
  let listener: ((event: MessageEvent) => void) | null = null;
  const around: Around = {
    parent,
    addEventListener: (_, added) => (listener = added),
    removeEventListener: () => (listener = null),
  };
  const asked: { link: string; done: (why: string | null) => void }[] = [];
  const address: Address = {
    opened: Promise.resolve(),
    open: (link) => new Promise((done) => asked.push({ link, done })),
  };
  const stop = speakWithHost(view, address, HOST, around);
  await vi.advanceTimersByTimeAsync(0);
  const hear = async (data: unknown, from: { origin?: string; source?: unknown } = {}) => {
    listener?.({ data, origin: HOST, source: parent, ...from } as unknown as MessageEvent);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { view, told, asked, hear, stop, linkNow: () => PAGE_LINK.encode(captureLink(view)) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says that it is there, and what is on it whenever that changes, to the named origin alone', async () => {
  const { view, told, linkNow, stop } = await framed();
  expect(told).toEqual([
    {
      message: {
        type: 'mtspike:ready',
        v: 1,
        link: linkNow(),
        panels: ['input', 'samples', 'spikes', 'neuron', 'training'],
      },
      origin: HOST,
    },
  ]);
  // However often it changes, it is told a few times a second, and the last change is.
  for (let n = 0; n < 100; n++) {
    view.session.playback.seek(n / 100);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1000);
  const states = told.slice(1);
  expect(states.length).toBeGreaterThan(2);
  expect(states.length).toBeLessThan(8);
  expect(states.at(-1)).toEqual({
    message: { type: 'mtspike:state', v: 1, link: linkNow() },
    origin: HOST,
  });
  expect(linkNow()).toContain('t=0.99');
  stop();
  view.session.playback.seek(0.5);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toHaveLength(1 + states.length);
});

it('is deaf to everybody but the named origin around it, and to what is no message of its own', async () => {
  const { told, asked, hear } = await framed();
  const set = { type: 'mtspike:set', v: 1, link: 'v=1&k=2' };
  await hear(set, { origin: 'https://other.example' });
  await hear(set, { origin: 'null' });
  await hear(set, { source: {} });
  for (const data of [
    undefined,
    null,
    7,
    'mtspike:get',
    { type: 'resize' },
    { type: 'mtspike:get-height' },
  ])
    await hear(data);
  expect(asked).toEqual([]);
  expect(told).toHaveLength(1);
});

it('answers each message of its host, with a sentence where it cannot do what is asked', async () => {
  const { told, asked, hear, linkNow } = await framed();
  const last = () => told.at(-1)!.message;
  await hear({ type: 'mtspike:get', v: 1, id: 'a' });
  expect(last()).toEqual({ type: 'mtspike:state', v: 1, id: 'a', link: linkNow() });
  await hear({ type: 'mtspike:set', v: 2, id: 1, link: '' });
  expect(last()).toMatchObject({ type: 'mtspike:answer', ok: false, id: 1 });
  expect(last()['why']).toContain('must be 1');

  await hear({ type: 'mtspike:set', v: 1, id: 2, link: 'first' });
  expect(asked.map(({ link }) => link)).toEqual(['first']);
  asked[0]!.done(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(last()).toEqual({ type: 'mtspike:answer', v: 1, ok: true, id: 2 });
  await hear({ type: 'mtspike:set', v: 1, id: 3, link: 'second' });
  asked[1]!.done('This link is damaged.');
  await vi.advanceTimersByTimeAsync(0);
  expect(last()).toEqual({
    type: 'mtspike:answer',
    v: 1,
    ok: false,
    why: 'This link is damaged.',
    id: 3,
  });
});

it('tells what was done in a lesson, and what was answered', async () => {
  const { told, stop } = await framed();
  const lesson = { lesson: 'ink-is-early', number: 1 };
  const step = { ...lesson, step: 'early', place: 1, steps: 3, shown: false };
  void lessonEvents.tell('step done', step);
  const done = { ...lesson, title: 'Ink is early', answers: ['0.3', '0.7'], right: false };
  const end = { ...done, shown: 1, steps: 3, seconds: 61, at: 1.8e12 };
  void lessonEvents.tell('lesson done', end);
  expect(told.slice(1)).toEqual([
    { message: { type: 'mtspike:step', v: 1, ...step }, origin: HOST },
    { message: { type: 'mtspike:lesson', v: 1, ...end }, origin: HOST },
  ]);
  stop();
  void lessonEvents.tell('step done', step);
  expect(told).toHaveLength(3);
});

it('opens one link at a time, of many that come meanwhile the last, and answers all', async () => {
  const { told, asked, hear } = await framed();
  for (let id = 0; id < 5; id++) await hear({ type: 'mtspike:set', v: 1, id, link: `link ${id}` });
  for (let n = 0; n < 2; n++) {
    asked[n]!.done(null);
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(asked.map(({ link }) => link)).toEqual(['link 0', 'link 4']);
  const answers = told.slice(1).map(({ message }) => [message['id'], message['ok']]);
  expect(answers).toEqual([
    [1, false],
    [2, false],
    [3, false],
    [0, true],
    [4, true],
  ]);
});
