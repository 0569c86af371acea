import { describe, expect, it } from 'vitest';
import { createRuns } from './runs-keeper';
import { shapes, testSession, until } from './session.test-data';

/** 24 steps in the planned 3 epochs. */
async function started() {
  const session = testSession({
    loadMnist: (role) => Promise.resolve(role === 'train' ? shapes(8 * 12, 1) : shapes(30, 2)),
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await session.training.configure({ batch: 12 });
  return { session, runs: createRuns(session) };
}

const copy = (weights: Float32Array[]) => weights.map((w) => Float32Array.from(w));

describe('the keeper of runs', () => {
  it('keeps a finished run with its curve, accuracy and last weights', async () => {
    const { session, runs } = await started();
    expect(runs.store.getState().runs).toEqual([]);
    await session.training.run();
    const [run] = runs.store.getState().runs;
    const training = session.training.store.getState();
    expect(run).toMatchObject({ name: '64-12-3', step: 24, end: 'plan' });
    expect(run!.accuracy).toBe(training.testAccuracy);
    expect(run!.curve).toBe(training.curve);
    expect(run!.weights).toEqual(session.network.store.getState().weights);
    expect(runs.store.getState().current).toBe(run!.id);
  });

  it('keeps the weights that a reset throws away, and gives them back', async () => {
    const { session, runs } = await started();
    await session.training.run();
    const trained = copy(session.network.store.getState().weights!);
    const { testAccuracy } = session.training.store.getState();
    await session.training.configure({ learningRate: 0.01 });
    await session.training.reset();
    expect(runs.store.getState().current).toBeNull();
    const [run] = runs.store.getState().runs;
    expect(copy(run!.weights!)).toEqual(trained);
    expect(session.network.store.getState().weights![0]).not.toEqual(trained[0]);

    await runs.restore(run!.id);
    expect(copy(session.network.store.getState().weights!)).toEqual(trained);
    expect(session.training.store.getState().testAccuracy).toBe(testAccuracy);
    expect(session.training.store.getState().settings.learningRate).toBe(2e-3);
  });

  it('begins a new run after a reset and keeps the old one as it was', async () => {
    const { session, runs } = await started();
    await session.training.run();
    const [first] = runs.store.getState().runs;
    await session.training.reset();
    await session.training.run();
    const { runs: both, current } = runs.store.getState();
    expect(both).toHaveLength(2);
    expect(both[0]).toEqual(first);
    expect(both[1]).toMatchObject({ name: '64-12-3 (2)', id: current });
    // The same seed on the reference engine: the same run.
    expect(both[1]!.weights).toEqual(both[0]!.weights);
  });

  it('goes on with a run that an undo brings back', async () => {
    const { session, runs } = await started();
    await session.training.run();
    const { current } = runs.store.getState();
    await session.training.reset();
    await session.network.undo();
    expect(runs.store.getState()).toMatchObject({ current });
    expect(runs.store.getState().runs).toHaveLength(1);
  });

  it('forgets a try of a few steps when other weights take its place', async () => {
    const { session, runs } = await started();
    await session.training.step();
    expect(runs.store.getState().runs).toHaveLength(1);
    await session.training.reset();
    expect(runs.store.getState().runs).toEqual([]);
  });

  it('renames and removes', async () => {
    const { session, runs } = await started();
    await session.training.run();
    const { id } = runs.store.getState().runs[0]!;
    runs.rename(id, '  mine ');
    runs.rename(id, ' ');
    expect(runs.store.getState().runs[0]!.name).toBe('mine');
    runs.remove(id);
    expect(runs.store.getState()).toEqual({ runs: [], current: null });
  });
});
