import { beforeEach, expect, test, vi } from 'vitest';
import { until } from '../session/session.test-data';
import { testView } from '../view/view.test-data';
import { lessonEvents } from './events';
import { HOLD } from './hinting';
import type { Lesson } from './lesson';
import { createProgress, readProgress, type Progress } from './progress';
import { createRunner } from './runner';

const LESSON: Lesson = {
  number: 7,
  id: 'a-lesson',
  title: 'A lesson',
  claim: 'It is one.',
  start: '',
  steps: [
    {
      id: 'select',
      do: 'Select hidden 2.',
      light: 'rasters',
      done: { is: 'selected', layer: 1, neuron: 2 },
      hints: [{ when: { is: 'selected', layer: 2 }, say: 'That is an output.' }],
      show: [{ act: 'select', layer: 1, neuron: 2 }],
    },
    {
      id: 'rest',
      do: 'Select none.',
      light: 'rasters',
      done: { is: 'nothing-selected' },
      show: [{ act: 'select-none' }],
    },
  ],
  question: { ask: 'How many?', why: 'Three.', number: 3, within: 0 },
};
const openable = { lesson: () => LESSON };

function setUp() {
  const { view, session } = testView();
  const kept: { is: unknown } = { is: null };
  const make = () =>
    createRunner(
      view,
      createProgress({ read: () => kept.is, write: (p) => void (kept.is = p) }, () => undefined),
      () => 5000,
    );
  return { view, session, kept, make, runner: make() };
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => vi.useRealTimers());

test('a step is noticed however it was done, and the lesson goes on to its question and its end', async () => {
  const { view, session, runner, kept } = setUp();
  await session.ready;
  const told: unknown[] = [];
  lessonEvents.on('step done', (step) => told.push(step.step));
  lessonEvents.on('lesson done', ({ right, answers }) => told.push({ right, answers }));
  await runner.open(openable);
  expect(view.store.getState().lesson).toBe(7);
  runner.go(1);
  expect(runner.store.getState().at, 'not yet').toBe(0);
  session.playback.select({ layer: 1, neuron: 2 });
  await until(() => runner.isDone(runner.store.getState()));
  runner.go(1);
  await runner.showMe();
  await until(() => runner.isDone(runner.store.getState()));
  runner.go(2);
  runner.answer({ number: 4 });
  expect(runner.store.getState().over).toBe(false);
  runner.answer({ number: 3 });
  expect(runner.store.getState().over).toBe(true);
  expect(told).toEqual(['select', 'rest', { right: false, answers: ['4', '3'] }]);
  const { done, underWay } = kept.is as Progress;
  expect(done['a-lesson']).toMatchObject({ answers: ['4', '3'], right: false, shown: 1, steps: 2 });
  expect(underWay).toEqual({});
  runner.leave();
  expect(view.store.getState().lesson).toBeNull();
});

test('a wrong try that lasts is spoken of, one that was so before is not', async () => {
  const { session, runner } = setUp();
  await session.ready;
  session.playback.select({ layer: 2, neuron: 0 });
  // As a link says it: the page stays as it is.
  await runner.follow(openable);
  session.playback.select({ layer: 2, neuron: 0 });
  vi.useFakeTimers();
  session.playback.select({ layer: 2, neuron: 1 });
  await vi.advanceTimersByTimeAsync(2 * HOLD);
  expect(runner.store.getState().hint).toBeNull();
  session.playback.select({ layer: 1, neuron: 0 });
  await vi.advanceTimersByTimeAsync(2 * HOLD);
  session.playback.select({ layer: 2, neuron: 1 });
  await vi.advanceTimersByTimeAsync(HOLD / 2);
  expect(runner.store.getState().hint, 'passing by').toBeNull();
  await vi.advanceTimersByTimeAsync(HOLD);
  expect(runner.store.getState().hint).toBe(0);
  session.playback.select({ layer: 1, neuron: 2 });
  await vi.advanceTimersByTimeAsync(1);
  expect(runner.store.getState().hint).toBeNull();
});

test('a lesson under way goes on where it was, also after the page was loaded again', async () => {
  const { view, session, runner, make } = setUp();
  await session.ready;
  await runner.open(openable);
  session.playback.select({ layer: 1, neuron: 2 });
  await turns();
  runner.leave();
  const again = make();
  await again.open(openable);
  expect(again.store.getState()).toMatchObject({ at: 1 });
  await again.again();
  expect(again.store.getState()).toMatchObject({ at: 0, reached: 0 });
  expect(view.store.getState().lesson).toBe(7);
});

test('of what was kept all that can be read is, and a browser that keeps nothing is told once', () => {
  expect(readProgress({ done: { a: 1, b: { title: 2 } }, underWay: [], declined: 1 })).toEqual({
    done: {},
    underWay: {},
    declined: false,
  });
  const refused = vi.fn<() => void>();
  const refuse = () => {
    throw new DOMException('No.', 'QuotaExceededError');
  };
  const { set, store } = createProgress({ read: refuse, write: refuse }, refused);
  set({ declined: true });
  set({ declined: true });
  expect(store.getState().declined).toBe(true);
  expect(refused).toHaveBeenCalledTimes(1);
});
