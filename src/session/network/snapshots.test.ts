import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import { EngineError, EngineGoneError, type Engine, type Moment } from '../../engine/engine';
import { createReferenceEngine } from '../../engine/reference/reference';
import { shapes, smallNetwork, testSession, until } from '../session.test-data';
import { createSnapshots } from './snapshots';

/** The reference engine; what is read back of it is counted. */
function counting() {
  const inner = createReferenceEngine();
  const count = { weights: 0, whole: 0 };
  const engine: Engine = {
    ...inner,
    readWeights(layers) {
      count.weights++;
      return inner.readWeights(layers);
    },
    snapshot() {
      count.whole++;
      return inner.snapshot();
    },
  };
  return { engine, count };
}

async function loaded() {
  const { engine, count } = counting();
  await engine.setData('train', shapes(96, 1));
  await engine.configure({ ...DEFAULT_TRAINING, batch: 12, epochs: 100 });
  const snapshots = createSnapshots(() => engine);
  await snapshots.load(engine, smallNetwork());
  return { engine, count, snapshots };
}

describe('the stream of weights', () => {
  it('gives what was loaded without a look at the engine, and all of it after one', async () => {
    const { snapshots, count } = await loaded();
    expect(await snapshots.weights()).toEqual({ step: 0, weights: smallNetwork().weights });
    expect(snapshots.last()).toBeNull();
    const whole = await snapshots.whole();
    expect(whole).toMatchObject({ step: 0, weights: smallNetwork().weights });
    expect(await snapshots.whole()).toBe(whole);
    expect(await snapshots.weights()).toBe(whole);
    expect(snapshots.last()).toBe(whole);
    expect(count).toEqual({ weights: 0, whole: 1 });
  });

  it('reads the weights of a step once for all who ask, together or one after the other', async () => {
    const { engine, snapshots, count } = await loaded();
    await snapshots.train(engine, 1, () => undefined);
    const [one, other] = await Promise.all([snapshots.weights(), snapshots.weights()]);
    expect(one).toBe(other);
    expect(one.step).toBe(1);
    expect(await snapshots.weights()).toBe(one);
    expect(count).toEqual({ weights: 1, whole: 0 });
    await snapshots.train(engine, 1, () => undefined);
    const [whole, same] = await Promise.all([snapshots.whole(), snapshots.weights()]);
    expect(same).toBe(whole);
    expect(whole).toMatchObject({ step: 2 });
    expect(count).toEqual({ weights: 1, whole: 1 });
  });

  it('asks anew while it trains, and gives nothing from before as the present', async () => {
    const { engine, snapshots, count } = await loaded();
    const before = await snapshots.whole();
    const read: Moment[] = [];
    const reading: Promise<unknown>[] = [];
    await snapshots.train(engine, 3, ([report]) => {
      if (report) reading.push(snapshots.weights().then((moment) => read.push(moment)));
    });
    await Promise.all(reading);
    expect(read.length).toBeGreaterThan(0);
    for (const { step } of read) expect(step).toBeGreaterThan(0);
    expect(snapshots.last()).toBe(before);
    const after = await snapshots.weights();
    expect(after.step).toBe(3);
    expect(after.weights).not.toEqual(before.weights);
    expect(count.weights).toBe(read.length + 1);
  });

  it('tells of each read-back, and of none that another network has overtaken', async () => {
    const { engine, snapshots } = await loaded();
    const heard: Moment[] = [];
    const stop = snapshots.subscribe((moment) => heard.push(moment));
    const whole = await snapshots.whole();
    expect(heard).toEqual([whole]);
    await snapshots.train(engine, 1, () => undefined);
    const late = snapshots.whole();
    await snapshots.load(engine, smallNetwork(2));
    await late;
    expect(heard).toHaveLength(1);
    expect(snapshots.last()).toBeNull();
    expect((await snapshots.weights()).weights).toEqual(smallNetwork(2).weights);
    stop();
    await snapshots.whole();
    expect(heard).toHaveLength(1);
  });

  it('has nothing where there is no engine, and asks again after a failure', async () => {
    await expect(createSnapshots(() => null).weights()).rejects.toThrow(EngineGoneError);
    const { engine, snapshots } = await loaded();
    vi.spyOn(engine, 'snapshot').mockRejectedValueOnce(new Error('It broke.'));
    await expect(snapshots.whole()).rejects.toThrow('It broke.');
    expect((await snapshots.whole()).step).toBe(0);
    // A network that is not taken leaves the one there was.
    const { spec } = smallNetwork();
    await expect(snapshots.load(engine, { spec, weights: [] })).rejects.toThrow(EngineError);
    expect((await snapshots.weights()).weights).toEqual(smallNetwork().weights);
    expect(snapshots.last()!.weights).toEqual(smallNetwork().weights);
  });
});

/** Milliseconds of the test's clock that a step takes, and images of a step. */
const STEP = 80;
const BATCH = 12;

it('five seconds of training read the weights back once a refresh, of which one a second is a whole snapshot', async () => {
  const { engine: inner, count } = counting();
  let time = 0;
  let stretches = 0;
  let stopped = false;
  const engine: Engine = {
    ...inner,
    async train(steps, onReports) {
      stopped = false;
      stretches++;
      let step = 0;
      for (let n = 0; n < steps && !stopped; n++) {
        const end = await inner.train(1, (reports) =>
          onReports(reports.map((r) => ({ ...r, imagesPerSecond: (1000 * BATCH) / STEP }))),
        );
        ({ step } = end);
        time += STEP;
        // The page does what it has to do meanwhile.
        for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
      }
      return { step, reason: stopped ? 'stopped' : 'steps' };
    },
    async stop() {
      stopped = true;
    },
  };
  const session = testSession({
    now: () => time,
    startEngine: () => Promise.resolve({ engine, reason: 'for a test' }),
    loadMnist: (role) => Promise.resolve(shapes(role === 'train' ? BATCH * 200 : 30, 1)),
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await session.training.configure({ batch: BATCH });
  // From now on it is known how many steps a second has.
  await session.training.step();
  Object.assign(count, { weights: 0, whole: 0 });
  stretches = 0;
  const start = time;
  const shown = new Set<unknown>();
  session.network.store.subscribe(({ weights }) => shown.add(weights));
  const run = session.training.run();
  await until(() => time - start >= 5000);
  await session.training.pause();
  await run;
  expect(stretches).toBeGreaterThanOrEqual(5);
  expect(count.whole).toBe(stretches);
  expect(count.weights + count.whole).toBe(shown.size);
  expect(shown.size).toBeLessThanOrEqual(16);
  // Those whose weights are kept have been given the very arrays that were shown.
  const moments = session.replay.store.getState().moments.filter(({ step }) => step > 1);
  expect(moments.length).toBeGreaterThan(10);
  for (const { weights } of moments) expect(shown).toContain(weights);
});
