import { describe, expect, it } from 'vitest';
import type { Engine } from '../../engine/engine';
import { createReferenceEngine } from '../../engine/reference/reference';
import { weightCount } from '../../model/network';
import { RANGES } from '../../model/ranges';
import { shapes, SPEC, testSession, until } from '../session.test-data';
import { pointNetwork } from '../../data/points/point-network';
import { gridProblem, parseNumbers, planSweep, usualGrid, type SweepGrid } from './sweep-plan';

const GRID: SweepGrid = { kernels: [1, 2], sizes: [6, 12], epochs: 1, seeds: [1] };

async function started(startHelper: () => Promise<Engine> = async () => createReferenceEngine()) {
  const session = testSession({
    startHelper,
    loadMnist: (role) => Promise.resolve(role === 'train' ? shapes(36, 1) : shapes(30, 2)),
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await session.training.configure({ batch: 12 });
  return session;
}

describe('planSweep', () => {
  it('crosses kernels with sizes and seeds, the smallest network first', () => {
    const points = planSweep({ ...GRID, seeds: [1, 2] }, SPEC);
    expect(points).toHaveLength(8);
    const weights = points.map((p) => weightCount(p.spec));
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(points[0]!.spec).toMatchObject({ coding: { kernel: 2, stride: 2 }, layers: [6, 3] });
    expect(new Set(points.map((p) => p.seed))).toEqual(new Set([1, 2]));
  });

  it('says what cannot be swept', () => {
    expect(gridProblem(GRID, SPEC)).toBeNull();
    const small = { ...SPEC, input: { ...SPEC.input, width: 3, height: 3 } };
    expect(gridProblem({ ...GRID, kernels: [1, 4] }, small)).toContain('kernel of 4');
    // What a sweep starts with has no such problem.
    expect(usualGrid(small).kernels).toEqual([1, 2]);
    expect(usualGrid({ ...SPEC, input: { ...SPEC.input, width: 1, height: 64 } }).kernels).toEqual([
      1,
    ]);
    expect(usualGrid(SPEC).kernels).toEqual([1, 2, 4]);
    // Of points nothing is packed, and an epoch teaches little.
    const ofPoints = usualGrid(pointNetwork(3));
    expect(ofPoints).toMatchObject({ kernels: [1], epochs: 60 });
    expect(gridProblem(ofPoints, pointNetwork(3))).toBe(null);
    expect(Math.max(...ofPoints.sizes)).toBeLessThan(100);
    const sizes = Array.from({ length: 50 }, (_, i) => i + 1);
    expect(gridProblem({ ...GRID, sizes }, SPEC)).toContain('100 networks');
    const convolutions = [{ channels: 2, kernel: 3, stride: 1 }];
    expect(gridProblem(GRID, { ...SPEC, convolutions })).toBeNull();
    expect(gridProblem({ ...GRID, kernels: [1, 4] }, { ...SPEC, convolutions })).toMatch(
      /^With k = 4 the convolutions of 64-2c3-12-3 do not fit .*: leave it out\.$/,
    );
    const [first] = planSweep(GRID, { ...SPEC, convolutions });
    expect(first!.spec).toMatchObject({ convolutions, layers: [6, 3] });
  });

  it('reads numbers as people type them', () => {
    expect(parseNumbers(' 64, 32;128 32', RANGES.hiddenSize)).toEqual([32, 64, 128]);
    for (const text of ['', '3.5', 'a', '0', '2000', '-1', '1,024', '0x10', '1e2']) {
      expect(parseNumbers(text, RANGES.hiddenSize)).toBeNull();
    }
  });
});

describe('a sweep', () => {
  it('trains every network of the grid into a run, and leaves the page alone', async () => {
    const session = await started();
    const { weights, spec } = session.network.store.getState();
    await session.sweep.start(GRID);
    const { status, points, progress } = session.sweep.store.getState();
    expect(status).toBe('done');
    expect(progress).toBe(1);
    expect(points.map((p) => p.status)).toEqual(['done', 'done', 'done', 'done']);
    const { runs, current } = session.runs.store.getState();
    expect(current).toBeNull();
    expect(runs.map((r) => r.spec)).toEqual(points.map((p) => p.spec));
    for (const run of runs) {
      expect(run).toMatchObject({ from: 'sweep', step: 3, epochSteps: 3, end: 'plan' });
      expect(run.tests).toEqual([{ step: 3, accuracy: run.accuracy, loss: run.figures!.loss }]);
      expect(run.figures!.synapticOperations).toBeGreaterThan(0);
    }
    expect(session.network.store.getState().weights).toBe(weights);
    expect(session.network.store.getState().spec).toBe(spec);
  });

  it('gives the run that the page itself gives with these settings', async () => {
    const session = await started();
    await session.sweep.start({ ...GRID, kernels: [1], sizes: [12], seeds: [7] });
    const [swept] = session.runs.store.getState().runs;
    await session.training.configure({ epochs: 1 });
    await session.training.reset(7);
    await session.training.run();
    const own = session.runs.store.getState().runs.at(-1)!;
    expect(own.id).not.toBe(swept!.id);
    expect(swept!.settings).toEqual(own.settings);
    expect(swept!.weights).toEqual(own.weights);
  });

  it('pauses and goes on, and the result is the same', async () => {
    const session = await started();
    const grid = { ...GRID, kernels: [1], sizes: [12], epochs: 4 };
    await session.sweep.start(grid);
    const unsubscribe = session.sweep.store.subscribe((state) => {
      if (state.progress > 0) void session.sweep.pause();
    });
    const over = session.sweep.start(grid);
    await until(() => session.sweep.store.getState().status === 'paused');
    unsubscribe();
    expect(session.sweep.store.getState().status).toBe('paused');
    const { progress } = session.sweep.store.getState();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(session.sweep.store.getState().progress).toBe(progress);
    expect(progress).toBeLessThan(1);
    session.sweep.resume();
    await over;
    const [first, second] = session.runs.store.getState().runs;
    expect(second!.weights).toEqual(first!.weights);
    expect(second!.tests).toEqual(first!.tests);
  });

  it('stops where it is, also while paused, and keeps what is done', async () => {
    const session = await started();
    session.runs.store.subscribe(() => void session.sweep.pause());
    const over = session.sweep.start({ ...GRID, epochs: 5 });
    await until(() => session.sweep.store.getState().status === 'paused');
    await session.sweep.stop();
    await over;
    const { status, points } = session.sweep.store.getState();
    expect(status).toBe('stopped');
    expect(points.map((p) => p.status)).toEqual(['done', 'waiting', 'waiting', 'waiting']);
    expect(session.runs.store.getState().runs).toHaveLength(1);
  });

  it('gives way to the next one', async () => {
    const session = await started();
    const first = session.sweep.start({ ...GRID, epochs: 500 });
    await until(() => session.sweep.store.getState().progress > 0);
    await session.sweep.start({ ...GRID, kernels: [2], sizes: [6] });
    await first;
    expect(session.sweep.store.getState()).toMatchObject({ status: 'done', progress: 1 });
    expect(session.sweep.store.getState().points).toHaveLength(1);
  });

  it('says what went wrong, and keeps what is done', async () => {
    const session = await started(async () => {
      const engine = createReferenceEngine();
      let networks = 0;
      const setNetwork: Engine['setNetwork'] = async (network) => {
        if (++networks > 1) throw new Error('The engine stopped: out of memory.');
        return engine.setNetwork(network);
      };
      return { ...engine, setNetwork };
    });
    await session.sweep.start(GRID);
    expect(session.sweep.store.getState()).toMatchObject({
      status: 'failed',
      problem: 'The sweep ended after 1 of 4 networks: The engine stopped: out of memory.',
    });
    expect(session.runs.store.getState().runs).toHaveLength(1);
    const { messages } = session.messages.store.getState();
    expect(messages.some((m) => m.kind === 'error' && /out of memory/.test(m.text))).toBe(true);
  });
});
