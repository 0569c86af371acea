import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../engine/engine';
import { createReferenceEngine } from '../../engine/reference/reference';
import { accuracyAt, evaluationAt } from './measured';
import { shapes, testSession, until } from '../session.test-data';

type TestSession = ReturnType<typeof testSession>;

afterEach(() => {
  vi.useRealTimers();
});

/** A session at rest with its shipped network measured; from here on time passes when the test says so. */
async function rested(overrides: Parameters<typeof testSession>[0] = {}): Promise<TestSession> {
  const session = testSession(overrides);
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  return session;
}

/** Lets the page rest, and waits until the figures are those of `step`. */
async function measuredAt(session: TestSession, step: number): Promise<void> {
  const { store } = session.network;
  const there = () => {
    const { evaluation, evaluatedStep } = store.getState();
    return evaluation !== null && evaluatedStep === step;
  };
  await vi.advanceTimersByTimeAsync(400);
  if (there()) return;
  await new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      if (!there()) return;
      stop();
      resolve();
    });
  });
}

const last = ({ training }: TestSession) => training.store.getState().tests.at(-1);

describe('figures of the test set', () => {
  it('are those of the step they were measured at, and measured again when training rests', async () => {
    const session = await rested();
    const { network, training, runs } = session;
    const before = network.store.getState().evaluation!;
    expect(accuracyAt(training.store.getState())).toEqual({ step: 0, old: false });
    await training.configure({ learningRate: 0.1 });
    await training.step();
    // The weights have moved on: what is known is of step 0.
    expect(network.store.getState().evaluation).toBe(before);
    expect(evaluationAt(network.store.getState(), training.store.getState())).toEqual({
      step: 0,
      old: true,
    });
    expect(last(session)).toMatchObject({ step: 0, accuracy: before.accuracy });

    await measuredAt(session, 1);
    const { evaluation } = network.store.getState();
    expect(evaluation!.accuracy).not.toBe(before.accuracy);
    expect(accuracyAt(training.store.getState())).toEqual({ step: 1, old: false });
    const { testAccuracy, tests } = training.store.getState();
    expect(testAccuracy).toBe(evaluation!.accuracy);
    expect(tests.map((t) => t.step)).toEqual([0, 1]);
    expect(runs.store.getState().runs).toMatchObject([
      { step: 1, accuracy: testAccuracy, figures: { loss: evaluation!.loss } },
    ]);
    await session.dispose();
  });

  it('give way to the next step at once, and come when that rests', async () => {
    const engine = createReferenceEngine();
    const evaluate = engine.evaluate.bind(engine);
    let hold = false;
    let asked = 0;
    // An evaluation that lasts until it is ended.
    const held: typeof evaluate = (...args) => {
      asked++;
      if (!hold) return evaluate(...args);
      return new Promise((_, reject) => {
        engine.interrupt = () => {
          reject(new Error('ended'));
          return Promise.resolve();
        };
      });
    };
    engine.evaluate = held;
    const session = await rested({ startEngine: () => Promise.resolve({ engine, reason: '' }) });
    hold = true;
    await session.training.step();
    const before = asked;
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toBe(before + 1);
    await session.training.step();
    expect(session.training.store.getState()).toMatchObject({ step: 2, status: 'paused' });
    expect(session.messages.store.getState().messages).toEqual([]);
    hold = false;
    await measuredAt(session, 2);
    expect(session.training.store.getState().tests.map((t) => t.step)).toEqual([0, 2]);
    await session.dispose();
  });

  it('of another threshold are not those of the former', async () => {
    const session = await rested();
    const { network, training } = session;
    const before = network.store.getState().evaluation!;
    const { spec } = network.store.getState();
    await network.change({ ...spec, threshold: spec.threshold * 3 });
    expect(network.store.getState().evaluation).toBeNull();
    expect(training.store.getState().testAccuracy).toBeNull();
    await measuredAt(session, 0);
    const { evaluation } = network.store.getState();
    expect(evaluation!.decisionTimes).not.toEqual(before.decisionTimes);
    expect(training.store.getState().testAccuracy).toBe(evaluation!.accuracy);
    await session.dispose();
  });

  it('of new weights come once these have learnt', async () => {
    const session = await rested();
    await session.training.reset();
    await vi.advanceTimersByTimeAsync(4000);
    expect(session.network.store.getState().evaluation).toBeNull();
    await session.training.step();
    await measuredAt(session, 1);
    expect(session.training.store.getState().tests.map((t) => t.step)).toEqual([1]);
    await session.dispose();
  });
});

it('pause answers at once where the test set is being evaluated, which is done again once the weights rest', async () => {
  const inner = createReferenceEngine();
  let under = false;
  let end: (error: Error) => void = () => undefined;
  const engine: Engine = {
    ...inner,
    async evaluate(...asked) {
      // The evaluation of a large set, which takes as long as it is let.
      if (session.training.store.getState().status !== 'evaluating')
        return inner.evaluate(...asked);
      under = true;
      return new Promise((_, reject) => (end = reject));
    },
    async interrupt() {
      end(new Error('The evaluation was ended before it was over.'));
    },
  };
  let time = 0;
  const session = testSession({
    now: () => (time += 500),
    startEngine: () => Promise.resolve({ engine, reason: '' }),
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await session.training.configure({ epochs: 1e4 });
  const run = session.training.run();
  await until(() => under);
  void session.training.pause();
  await until(() => session.training.store.getState().status === 'paused', 200);
  await run;
  expect(session.messages.store.getState().messages).toEqual([]);
  const { step } = session.training.store.getState();
  await until(() => session.training.store.getState().tests.at(-1)?.step === step);
});

it('of new weights that train come soon at first, however long an evaluation takes, and then seldom', async () => {
  const inner = createReferenceEngine();
  let time = 0;
  let known: ReturnType<Engine['evaluate']> | null = null;
  const engine: Engine = {
    ...inner,
    async evaluate(...asked) {
      time += 10_000;
      return (known ??= inner.evaluate(...asked));
    },
    async train(steps, report) {
      const few = Math.min(steps, 10);
      time += few * 100;
      return inner.train(few, report);
    },
  };
  const session = testSession({
    now: () => time,
    startEngine: () => Promise.resolve({ engine, reason: '' }),
    // So many that neither an epoch nor an evaluation is short.
    loadMnist: (role) => Promise.resolve(role === 'train' ? shapes(2000, 1) : shapes(6000, 2)),
  });
  const { training } = session;
  await session.ready;
  await until(() => training.store.getState().testAccuracy !== null);
  await until(() => session.data.store.getState().train.status === 'ready');
  await training.configure({ batch: 1 });
  await training.reset();
  const run = training.run();
  await until(() => training.store.getState().step >= 600);
  await training.pause();
  await run;
  const [first, second] = training.store.getState().tests;
  // Three times what an evaluation takes, at 0.1 s a step.
  expect(first!.step).toBe(310);
  expect(second?.step ?? Infinity).toBeGreaterThan(600);
  await session.dispose();
});
