import { beforeEach, expect, test, vi } from 'vitest';
import { smallNetwork, until } from '../session/session.test-data';
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
  const kept: { is: unknown; before: string | null } = { is: null, before: null };
  const make = () =>
    createRunner(
      view,
      createProgress(
        {
          read: () => kept.is,
          write: (p) => void (kept.is = p),
          before: { read: () => kept.before, write: (link) => void (kept.before = link) },
        },
        () => undefined,
      ),
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
  await runner.leave();
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
  await runner.leave();
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
    name: '',
  });
  const refused = vi.fn<() => void>();
  const refuse = () => {
    throw new DOMException('No.', 'QuotaExceededError');
  };
  const { set, store, before } = createProgress(
    { read: refuse, write: refuse, before: { read: refuse, write: refuse } },
    refused,
  );
  set({ declined: true });
  before.write('x');
  expect(before.read()).toBeNull();
  set({ declined: true });
  expect(store.getState().declined).toBe(true);
  expect(refused).toHaveBeenCalledTimes(1);
});

test('what a lesson changed is put back when it is left; what was made in it may stay', async () => {
  const { view, session, runner, make, kept } = setUp();
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  const { stimulus, training } = session;
  const stroke = {
    points: [
      { x: 0.2, y: 0.2 },
      { x: 0.8, y: 0.8 },
    ],
    width: 0.1,
  };
  stimulus.beginStroke(stroke);
  await training.configure({ batch: 8 });
  await training.step();
  view.store.setState({ sort: 'time' });
  const before = stimulus.store.getState();
  await runner.open(openable);
  expect(stimulus.store.getState().kind).toBe('sample');
  expect(training.store.getState().step).toBe(0);
  expect(view.store.getState().sort).toBe('index');

  // Only looked at: nothing is asked.
  await runner.leave();
  expect(stimulus.store.getState()).toEqual(before);
  expect(training.store.getState().step).toBe(1);
  expect(view.store.getState()).toMatchObject({ sort: 'time', lesson: null, learning: true });

  await runner.open(openable);
  stimulus.beginStroke(stroke);
  await runner.leave();
  expect(runner.store.getState()).toMatchObject({ asks: true, open: openable });
  runner.stay();
  expect(runner.store.getState().asks).toBe(false);
  await runner.leave(true);
  expect(stimulus.store.getState().strokes).toHaveLength(1);
  expect(training.store.getState().step).toBe(0);

  // Loaded again in the middle of it: a link is all that is left of the page before.
  await runner.open(openable);
  expect(kept.before).toContain('draw=');
  const again = make();
  stimulus.clear();
  await again.follow(openable);
  await again.leave(false);
  expect(stimulus.store.getState().strokes).toHaveLength(1);
  expect(kept.before).toBeNull();
});

test('a lesson whose model does not come is not opened, and the page is as it was', async () => {
  let here = true;
  const { view, session } = testView({
    loadShipped: (name) =>
      here ? Promise.resolve(smallNetwork()) : Promise.reject(new Error(`No ${name}.`)),
  });
  const runner = createRunner(
    view,
    createProgress({ read: () => null, write: () => undefined }, () => undefined),
    () => 0,
  );
  await session.ready;
  here = false;
  const { weights } = session.network.store.getState();
  await runner.open(openable);
  expect(runner.store.getState().open).toBeNull();
  expect(session.network.store.getState().weights).toEqual(weights);
  const said = session.messages.store.getState().messages.map(({ text }) => text);
  expect(said).toEqual([expect.stringContaining('needs a trained model that has not come')]);
});

test('what another tab has finished stays', () => {
  let kept: unknown = null;
  const port = { read: () => kept, write: (progress: Progress) => void (kept = progress) };
  const [a, b] = [createProgress(port, () => undefined), createProgress(port, () => undefined)];
  const finished = { title: '', at: 1, seconds: 1, answers: [], right: true, steps: 3, shown: 0 };
  a.set({ done: { a: finished } });
  b.set({ name: 'Ada' });
  expect(kept).toMatchObject({ done: { a: finished }, name: 'Ada' });
  expect(b.store.getState().done).toEqual({ a: finished });
});
