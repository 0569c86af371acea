import { expect, test } from 'vitest';
import { createReferenceEngine } from '../../engine/reference/reference';
import type { StartedEngine } from '../../engine/start';
import { initialise } from '../../model/initialise';
import { parseNetwork } from '../../model/validate';
import { readout } from '../../model/readout';
import { forward } from '../../model/step';
import type { SessionOptions } from '../core/options';
import { testSession, until } from '../session.test-data';
import { DEFAULT_LINK } from './session-link';

const SPEC = parseNetwork({ input: { width: 28, height: 28 }, layers: [16, 10] });
const NETWORK = { spec: SPEC, weights: initialise(SPEC, 1, 100) };
/** A thick bar across the image. */
const IMAGE = Uint8Array.from({ length: 784 }, (_, i) => (i >= 336 && i < 448 ? 200 : 0));
const SET = {
  width: 28,
  height: 28,
  count: 2,
  classes: 10,
  images: Uint8Array.from([...IMAGE, ...IMAGE.map((value) => 255 - value)]),
  labels: Uint8Array.from([7, 2]),
};

/** A session whose engine starts when it is told so. */
function waiting(options: Partial<SessionOptions> = {}) {
  let start: (started: StartedEngine) => void = () => undefined;
  const engine = new Promise<StartedEngine>((resolve) => (start = resolve));
  const session = testSession({
    firstSample: { image: IMAGE, label: 7 },
    loadShipped: () => Promise.resolve(NETWORK),
    loadMnist: () => Promise.resolve(SET),
    startEngine: () => engine,
    ...options,
  });
  const answered = () => until(() => session.spikes.store.getState().run !== null);
  const begin = () => start({ engine: createReferenceEngine(), reason: 'for a test' });
  return { session, answered, begin };
}

test('the model answers the first sample before there is an engine, whose answer then is the same', async () => {
  const { session, answered, begin } = waiting();
  await answered();
  expect(session.engine.store.getState().status).toBe('starting');
  expect(session.data.store.getState().test.set).toBeNull();
  const { sample, image } = session.stimulus.store.getState();
  expect(sample).toEqual({ role: 'test', index: 0, label: 7 });
  expect(image).toEqual(IMAGE);
  const expected = forward(SPEC, NETWORK.weights, IMAGE);
  const { answer, run } = session.spikes.store.getState();
  expect(answer!.class).toBe(expected.answer.class);
  expect(answer!.decisionTime).toBeCloseTo(expected.answer.decisionTime!, 5);

  begin();
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  const now = session.spikes.store.getState();
  expect(now.run).not.toBe(run);
  for (const [l, { times }] of now.run!.layers.entries())
    for (const [n, time] of times.entries()) expect(time).toBeCloseTo(run!.layers[l]!.times[n]!, 5);
  expect(now.answer).toEqual(readout(now.run!.layers[2]!.times, now.run!.potential, false));
  // Nothing was changed: there is nothing to compare with, nor to undo.
  expect(now.ghost).toBeNull();
  expect(session.network.canUndo()).toBe(false);
  expect(session.stimulus.store.getState().sample).toEqual(sample);
  await session.dispose();
});

test('what is drawn before there is an engine is answered, and stays', async () => {
  const { session, answered, begin } = waiting();
  await answered();
  const { run } = session.spikes.store.getState();
  session.stimulus.beginStroke({ points: [{ x: 0.5, y: 0.2 }], width: 0.09 });
  session.stimulus.extendStroke({
    points: [
      { x: 0.5, y: 0.2 },
      { x: 0.5, y: 0.8 },
    ],
    width: 0.09,
  });
  const { image } = session.stimulus.store.getState();
  await until(() => session.spikes.store.getState().run !== run);
  const { answer } = forward(SPEC, NETWORK.weights, image);
  expect(session.spikes.store.getState().answer!.class).toBe(answer.class);
  begin();
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  expect(session.stimulus.store.getState()).toMatchObject({ kind: 'drawing', image });
  await session.dispose();
});

test.each([
  ['new weights', { weights: 'new' as const }],
  ['other layers', { layers: [20, 10] }],
])('a link with %s waits for its own network', async (_, asked) => {
  const { session, begin } = waiting({ link: { ...DEFAULT_LINK, ...asked } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(session.network.store.getState().weights).toBeNull();
  expect(session.spikes.store.getState().run).toBeNull();
  begin();
  await session.ready;
  await until(() => session.spikes.store.getState().run !== null);
  await session.dispose();
});

test('a link that shows something else keeps it', async () => {
  const { session, answered, begin } = waiting({ link: { ...DEFAULT_LINK, sample: 1 } });
  await answered();
  expect(session.stimulus.store.getState().sample).toBeNull();
  begin();
  await session.ready;
  await until(() => session.stimulus.store.getState().sample !== null);
  expect(session.stimulus.store.getState().sample).toEqual({ role: 'test', index: 1, label: 2 });
  await session.dispose();
});
