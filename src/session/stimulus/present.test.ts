import { expect, test } from 'vitest';
import { DEFAULT_POINTS } from '../../data/points/points-spec';
import { createReferenceEngine } from '../../engine/reference/reference';
import { testSession, until } from '../session.test-data';
import type { SampleRun } from '../../engine/engine';
import { forward } from '../../model/step';
import type { SpikesState } from './spikes';
import { isTraining } from '../training/training-state';
import { spikesFrom } from '../../engine/shared/layer-spikes';

test('while it trains the words lag behind the marks; at rest they never do', async () => {
  // A tenth of a second passes with every change of the spikes.
  let clock = 0;
  const session = testSession({ now: () => clock });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await session.training.configure({ epochs: 10_000 });
  const { store } = session.spikes;
  const seen: (Pick<SpikesState, 'version' | 'wordsVersion'> & { busy: boolean })[] = [];
  store.subscribe(({ version, wordsVersion }, before) => {
    const busy = isTraining(session.training.store.getState().status);
    if (version !== before.version) seen.push({ version, wordsVersion, busy });
    clock += 100;
  });
  session.stimulus.show('test', 3);
  await until(() => seen.length >= 1);
  const run = session.training.run();
  await until(() => seen.length >= 8, 20_000);
  await session.training.pause();
  await run;

  const busy = seen.filter((s) => s.busy);
  expect(busy.length).toBeGreaterThanOrEqual(6);
  const told = busy.filter((s) => s.wordsVersion === s.version).length;
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThanOrEqual(busy.length / 2);
  for (const { wordsVersion: t, version } of seen.filter((s) => !s.busy)) expect(t).toBe(version);
  const { version, wordsVersion: last } = store.getState();
  expect(last).toBe(version);
  await session.dispose();
});

test('while it trains, what is explained goes with the weights on the page, which are read less often than the spikes', async () => {
  let clock = 0;
  const session = testSession({ now: () => clock });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await session.training.configure({ epochs: 10_000 });
  session.stimulus.show('test', 3);
  const { image } = session.stimulus.store.getState();
  /** The spike times that the weights on the page give. */
  const expected = () => {
    const { spec, weights } = session.network.store.getState();
    return forward(spec, weights!, image).layers.map(({ volley }) => spikesFrom(volley).times);
  };
  const differs = ({ layers }: SampleRun): number =>
    Math.max(
      ...expected().map((times, l) =>
        Math.max(...times.map((t, j) => (t === layers[l + 1]!.times[j] ? 0 : 1))),
      ),
    );
  const seen: { explained: number; fresh: boolean; version: number }[] = [];
  session.spikes.store.subscribe(({ run, explained, version }, before) => {
    if (version === before.version || !isTraining(session.training.store.getState().status)) return;
    const { version: weights } = session.network.store.getState();
    seen.push({ explained: differs(explained!), fresh: explained === run, version: weights });
    clock += 100;
  });
  // Time enough for the first refresh.
  clock += 100;
  const run = session.training.run();
  await until(() => seen.length >= 8, 20_000);
  await session.training.pause();
  await run;

  expect(Math.max(...seen.map(({ explained }) => explained))).toBe(0);
  const read = new Set(seen.map(({ version }) => version)).size;
  expect(read).toBeGreaterThan(1);
  expect(read).toBeLessThanOrEqual(seen.length / 2);
  expect(seen.some(({ fresh }) => !fresh)).toBe(true);
  const { run: last, explained } = session.spikes.store.getState();
  expect(explained).toBe(last);
  expect(differs(last!)).toBe(0);
  await session.dispose();
});

test('while somebody follows the weights themselves, they come at least five times a second', async () => {
  let clock = 0;
  const session = testSession({ now: () => clock });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await session.training.configure({ epochs: 10_000 });
  session.stimulus.show('test', 3);
  // Ten looks a second, as the page has; the times at which the weights come with them.
  const times: number[] = [];
  session.spikes.store.subscribe(({ explained, run, version }, before) => {
    if (version === before.version || !isTraining(session.training.store.getState().status)) return;
    if (explained === run) times.push(clock);
    clock += 100;
  });
  const stop = session.spikes.follow();
  clock += 1000;
  const run = session.training.run();
  await until(() => times.length >= 6, 20_000);
  await session.training.pause();
  await run;
  const gaps = times.slice(1).map((t, n) => t - times[n]!);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(200);
  stop();
  stop();
  await session.dispose();
});

test('a stroke for few weights is answered in its own frame, without the engine; while it trains the engine answers', async () => {
  let runs = 0;
  const session = testSession({
    startEngine() {
      const engine = createReferenceEngine();
      const run: typeof engine.run = (...args) => {
        runs++;
        return engine.run(...args);
      };
      return Promise.resolve({ engine: { ...engine, run }, reason: 'for a test' });
    },
  });
  await session.ready;
  await session.data.loadPoints({ ...DEFAULT_POINTS, count: 64, testCount: 20 });
  await session.training.configure({ epochs: 10_000, learningRate: 0.1 });
  const { spikes, stimulus } = session;
  await until(() => stimulus.store.getState().kind === 'sample');
  /** Whether what is shown is what the weights on the page give for the image. */
  const isTrue = () => {
    const { spec, weights } = session.network.store.getState();
    const { input, layers } = forward(spec, weights!, stimulus.store.getState().image);
    const wanted = [input, ...layers.map(({ volley }) => volley)].map(spikesFrom);
    const { run, explained } = spikes.store.getState();
    expect(run!.layers).toEqual(wanted);
    expect(explained).toBe(run);
  };
  /** All that can happen before the next frame: no timer, no message. */
  const sameFrame = async () => {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
  };
  const drag = (x: number) => stimulus.beginStroke({ points: [{ x, y: 0.3 }], width: 0.1 });
  // By new weights, and by those of a training that has stopped, each known to page and engine.
  for (const train of [false, true]) {
    if (train) {
      const running = session.training.run();
      await until(() => session.training.store.getState().step > 2);
      const before = runs;
      drag(0.9);
      await until(() => runs > before + 1);
      await session.training.pause();
      await running;
    }
    const before = runs;
    for (const x of [0.2, 0.5, 0.8]) {
      drag(x);
      await sameFrame();
      isTrue();
    }
    expect(runs).toBe(before);
  }
  await session.dispose();
});
