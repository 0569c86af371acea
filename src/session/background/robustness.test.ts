import { describe, expect, it } from 'vitest';
import type { Engine } from '../../engine/engine';
import { createReferenceEngine } from '../../engine/reference/reference';
import { testSession, until } from '../session.test-data';

async function started(startHelper: () => Promise<Engine> = async () => createReferenceEngine()) {
  const session = testSession({ startHelper });
  await session.ready;
  await until(() => session.network.store.getState().evaluation !== null);
  return session;
}

describe('robustness', () => {
  it('begins at the accuracy of the network, and leaves the page alone', async () => {
    const session = await started();
    const { weights, evaluation } = session.network.store.getState();
    session.robustness.choose({ imperfection: 'dropped', repeats: 2 });
    session.robustness.set({ dropped: 0.25, seed: 4 });
    await session.robustness.start();
    const { status, progress, curve, problem } = session.robustness.store.getState();
    expect([status, progress, problem]).toEqual(['done', 1, null]);
    const { points } = curve!;
    expect(points.map((p) => p.level)).toEqual([0, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4, 0.6, 0.8]);
    expect(points[0]!.accuracy).toBeCloseTo(evaluation!.accuracy, 9);
    expect(points[3]!.seeds).toEqual([4, 5]);
    expect(points.at(-1)!.noOutputSpike).toBeGreaterThan(points[0]!.noOutputSpike);
    expect(curve).toMatchObject({ network: '64-12-3', step: 0, data: 'MNIST' });
    expect(session.network.store.getState().weights).toBe(weights);
    expect(session.network.store.getState().evaluation).toBe(evaluation);
  });

  it('takes the images it is told to, and another hardware otherwise', async () => {
    const session = await started();
    session.robustness.choose({ imperfection: 'bits', limit: 10 });
    session.robustness.set({ dead: 1 });
    await session.robustness.start();
    const { points } = session.robustness.store.getState().curve!;
    expect(points.every((p) => p.images === 10 && p.seeds.length === 3)).toBe(true);
    // With no hidden neuron left nothing arrives.
    expect(points.every((p) => p.noOutputSpike === 1)).toBe(true);
  });

  it('stops at once and keeps what it has', async () => {
    let disposed = 0;
    const session = await started(async () => {
      const engine = createReferenceEngine();
      return { ...engine, dispose: async () => void disposed++ };
    });
    const off = session.robustness.store.subscribe(({ curve }) => {
      if (curve?.points.length === 2) void session.robustness.stop();
    });
    await session.robustness.start();
    off();
    const { status, curve } = session.robustness.store.getState();
    expect(status).toBe('stopped');
    expect(curve!.points).toHaveLength(2);
    expect(disposed).toBeGreaterThan(0);
  });

  it('says what is missing', async () => {
    const without = testSession();
    await without.ready;
    await without.robustness.start();
    expect(without.robustness.store.getState().problem).toMatch(/No second engine/);
    const session = await started();
    session.robustness.set({ bits: 3.5 });
    expect(session.robustness.problem()).toMatch(/bits of a weight/);
    await session.robustness.start();
    expect(session.robustness.store.getState()).toMatchObject({ status: 'failed', curve: null });
    session.data.store.setState({ test: { status: 'failed', progress: 0, set: null } });
    session.robustness.set({ bits: 3 });
    await session.robustness.start();
    expect(session.robustness.store.getState().problem).toMatch(/test set is not there/);
  });
});
