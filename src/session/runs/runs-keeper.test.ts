import { describe, expect, it } from 'vitest';
import { createRuns, type KeeperOptions } from './runs-keeper';
import { memoryStorage, type Entry } from './memory-storage.test-data';
import { TAUGHT_NAME } from '../../data/taught/taught-names';
import { shapes, testSession, until } from '../session.test-data';

/** 24 steps in the planned 3 epochs. */
async function started(options?: KeeperOptions) {
  const session = testSession({
    loadMnist: (role) => Promise.resolve(role === 'train' ? shapes(8 * 12, 1) : shapes(30, 2)),
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await session.training.configure({ batch: 12 });
  return { session, runs: createRuns(session, options) };
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
    await session.training.evaluate();
    expect(session.training.store.getState().tests.at(-1)!.step).toBe(1);
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
    runs.rename(id, `\u001b[2J${'x'.repeat(1_000_000)}`);
    expect(runs.store.getState().runs[0]!.name).toBe(`␛[2J${'x'.repeat(75)}…`);
    runs.remove(id);
    expect(runs.store.getState()).toMatchObject({ runs: [], current: null });
  });

  it('keeps what a run came to on the test set, and what it was trained on', async () => {
    const { session, runs } = await started();
    await session.training.run();
    const [run] = runs.store.getState().runs;
    const { evaluation } = session.network.store.getState();
    expect(run!.data).toBe('MNIST');
    expect(run!.figures).toMatchObject({
      images: 30,
      loss: evaluation!.loss,
      synapticOperations: evaluation!.synapticOperations,
    });
  });

  it('makes no new run of what comes in late of a deleted one, but of what it goes on to', async () => {
    const { session, runs } = await started();
    await session.training.run();
    const { norms } = session.training.store.getState();
    runs.remove(runs.store.getState().current!);
    session.training.store.setState({ norms: [...norms], testAccuracy: 0.5 });
    expect(runs.store.getState()).toMatchObject({ runs: [], current: null });
    await session.training.configure({ epochs: 6 });
    await session.training.run();
    expect(runs.store.getState().runs).toMatchObject([{ step: 48 }]);
  });

  it('takes a deletion back', async () => {
    const { session, runs } = await started();
    await session.training.run();
    const [run] = runs.store.getState().runs;
    runs.remove(run!.id);
    const note = session.messages.store.getState().messages.find((m) => /deleted/.test(m.text));
    note!.action!.run();
    await until(() => runs.store.getState().runs.length === 1);
    expect(runs.store.getState().runs[0]).toEqual({ ...run, stored: false });
  });
});

describe('runs between visits', () => {
  it('are there at the next, and their weights come back', async () => {
    const { storage } = memoryStorage();
    const first = await started({ storage });
    await first.session.training.run();
    const [was] = first.runs.store.getState().runs;
    first.runs.rename(was!.id, 'mine');
    await first.runs.settled();

    const second = await started({ storage });
    await second.runs.ready;
    const [run] = second.runs.store.getState().runs;
    expect(run).toMatchObject({ name: 'mine', curve: was!.curve, weights: null, stored: true });
    expect(run!.figures).toEqual(was!.figures);
    await second.runs.restore(run!.id);
    expect(copy(second.session.network.store.getState().weights!)).toEqual(copy(was!.weights!));
  });

  it('say so where they were tested with what they had learned from', async () => {
    const { storage } = memoryStorage();
    const { session, runs } = await started({ storage });
    await session.training.run();
    const [train, test] = [shapes(96, 1), shapes(96, 1)];
    await session.data.bring({ name: TAUGHT_NAME, hash: '0123abcd', heldOut: false, train, test });
    await session.training.reset();
    await session.training.run();
    await runs.settled();
    const second = await started({ storage });
    await second.runs.ready;
    for (const { store } of [runs, second.runs])
      expect(store.getState().runs.map((r) => r.known)).toEqual([undefined, true]);
  });

  it('have their norms and moments with them; those of earlier versions do without', async () => {
    const { storage, kept } = memoryStorage();
    const moments = [0, 8, 16, 24].map((step) => ({
      step,
      weights: [new Float32Array(64 * 12).fill(step), new Float32Array(12 * 3)],
    }));
    const first = await started({ storage, moments: () => moments });
    await first.session.training.run();
    await until(() => first.session.training.store.getState().norms.length > 0);
    await first.runs.settled();
    const [was] = first.runs.store.getState().runs;
    expect(was!.norms).toBe(first.session.training.store.getState().norms);
    expect(was!.moments).toEqual([0, 8, 16]);
    const old = [...kept.values()][0]!;
    const { norms: _, moments: __, ...run } = old.run;
    kept.set(7, { run: { ...run, id: 7, name: 'old' }, weights: old.weights, moments: null });

    const recalled: [string, number[]][] = [];
    const second = await started({
      storage,
      recall: ({ name }, moments) => recalled.push([name, moments.map((s) => s.step)]),
    });
    await second.runs.ready;
    expect(second.runs.store.getState().runs.map((r) => r.norms)).toEqual([[], was!.norms]);
    await second.runs.restore(7);
    expect(recalled).toEqual([]);
    await second.runs.restore(was!.id);
    expect(recalled).toEqual([['64-12-3', [0, 8, 16, 24]]]);
  });

  it('are kept without their replay where that has no room, which is said', async () => {
    const { storage, kept, state } = memoryStorage();
    state.small = true;
    const weights = [new Float32Array(64 * 12), new Float32Array(12 * 3)];
    const { session, runs } = await started({ storage, moments: () => [{ step: 0, weights }] });
    await session.training.run();
    await runs.settled();
    const [run] = runs.store.getState().runs;
    expect(kept.get(run!.id)).toMatchObject({ weights: run!.weights, moments: null });
    expect(run!.moments).toBeUndefined();
    expect(runs.store.getState().trouble).toBeNull();
    const { messages } = session.messages.store.getState();
    expect(messages.map((m) => m.text)).toContainEqual(
      expect.stringMatching(/^64-12-3 is kept without its replay because .* storage is full/),
    );
  });

  it('go on as the same run where a saved one goes on', async () => {
    const { storage } = memoryStorage();
    const first = await started({ storage });
    await first.session.training.run();
    await first.runs.settled();
    const { curve, tests, testAccuracy, settings } = first.session.training.store.getState();
    const { spec } = first.session.network.store.getState();

    const second = await started({ storage });
    await second.runs.ready;
    second.session.network.store.setState({ spec });
    second.session.training.store.setState({
      settings,
      curve: [...curve],
      tests: [...tests],
      testAccuracy,
      step: 24,
      status: 'paused',
    });
    expect(second.runs.store.getState().runs).toHaveLength(1);
    expect(second.runs.store.getState().current).toBe(first.runs.store.getState().current);
  });

  it('are deleted there too, and put back by the undo', async () => {
    const { storage, kept } = memoryStorage();
    const { session, runs } = await started({ storage });
    await session.training.run();
    const [run] = runs.store.getState().runs;
    await runs.settled();
    expect(kept.get(run!.id)!.weights).toHaveLength(2);
    runs.remove(run!.id);
    await until(() => kept.size === 0);
    await runs.refresh();
    expect(runs.store.getState().runs).toEqual([]);
    session.messages.store
      .getState()
      .messages.find((m) => /deleted/.test(m.text))!
      .action!.run();
    await until(() => kept.size === 1);
    expect(kept.get(run!.id)!.weights).toEqual(run!.weights);
  });

  it('of another tab are listed, and not overwritten', async () => {
    const { storage, kept } = memoryStorage();
    const date = () => 1000;
    const here = await started({ storage, date });
    const there = await started({ storage, date: () => 2000 });
    await here.session.training.run();
    await there.session.training.run();
    await Promise.all([here.runs.settled(), there.runs.settled()]);
    expect([...kept.keys()].toSorted((a, b) => a - b)).toEqual([1000, 2000]);
    await here.runs.refresh();
    expect(here.runs.store.getState().runs.map((r) => r.id)).toEqual([1000, 2000]);
  });

  it('that cannot be stored stay in the tab, with one sentence that says why', async () => {
    const { storage, state, kept } = memoryStorage();
    const { session, runs } = await started({ storage });
    state.fail = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    await session.training.run();
    await runs.settled();
    const errors = session.messages.store.getState().messages.filter((m) => m.kind === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]!.text).toContain('storage is full');
    const [run] = runs.store.getState().runs;
    expect(run!.weights).not.toBeNull();
    expect(runs.store.getState().trouble).toContain('storage is full');

    state.fail = null;
    runs.rename(run!.id, 'again');
    await runs.settled();
    expect(kept.get(run!.id)!.run.name).toBe('again');
    expect(runs.store.getState().trouble).toBeNull();
  });

  it('that had no room are stored with their moments once others are deleted', async () => {
    const { storage, state, kept } = memoryStorage();
    const weights = [new Float32Array(64 * 12), new Float32Array(12 * 3)];
    const moments = [{ step: 0, weights }];
    const { session, runs } = await started({ storage, moments: () => moments });
    await session.training.run();
    await runs.settled();
    state.fail = Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    await session.training.reset(2);
    await session.training.run();
    await runs.settled();
    const [first, second] = runs.store.getState().runs;
    expect([...kept.keys()]).toEqual([first!.id]);
    state.fail = null;
    runs.remove(first!.id);
    await until(() => kept.has(second!.id));
    await runs.settled();
    expect([...kept.values()]).toMatchObject([{ weights: second!.weights, moments }]);
    expect(runs.store.getState()).toMatchObject({ trouble: null, freed: 1 });
    expect(runs.store.getState().runs).toMatchObject([{ stored: true, moments: [0] }]);
  });

  it('say so where nothing may be stored, once there is something to lose', async () => {
    const { storage, state } = memoryStorage();
    state.fail = Object.assign(new Error('none'), { name: 'NotSupportedError' });
    const { session, runs } = await started({ storage });
    await runs.ready;
    const words = () => session.messages.store.getState().messages.map((m) => m.text);
    expect(words()).toEqual([]);
    expect(runs.store.getState().trouble).toContain('this browser has no storage for pages');
    await session.training.run();
    await runs.settled();
    expect(words()).toEqual([
      'Runs are kept in this tab but not stored because this browser has no storage for pages: save the model to keep it.',
    ]);
  });

  it('leaves alone what a newer version has kept and what is damaged, and says so once', async () => {
    const { storage, kept } = memoryStorage();
    const first = await started({ storage });
    await first.session.training.run();
    await until(() => first.session.training.store.getState().norms.length > 0);
    await first.runs.settled();
    const [entry] = kept.values();
    const none = { weights: null, moments: null };
    kept.set(1, { run: { ...entry!.run, id: 1, format: 9 as 1 }, ...none });
    const spoilt: object[] = [
      { spec: { layers: 'x' } },
      { settings: { ...entry!.run.settings, learningRate: '0.1' } },
      { curve: [{ step: 1 }] },
      { norms: [{ step: 1, weights: [], errors: [] }] },
      { tests: [{ step: 24, loss: 1 }] },
      { figures: { images: 30 } },
      ...[
        'name',
        'from',
        'data',
        'step',
        'epochSteps',
        'accuracy',
        'figures',
        'end',
        'settings',
      ].map((key) => ({ [key]: undefined })),
    ];
    spoilt.forEach((fields, i) => {
      const id = 100 + i;
      kept.set(id, { run: { ...entry!.run, ...fields, id }, ...none });
    });
    const all = structuredClone(kept);
    const second = await started({ storage });
    await second.runs.ready;
    expect(second.runs.store.getState().runs.map((r) => r.id)).toEqual([entry!.run.id]);
    const words = () => second.session.messages.store.getState().messages.map((m) => m.text);
    expect(words()).toContain(
      '1 run kept by a newer version of this page: reload the page to get that version. ' +
        '15 runs kept in this browser, but damaged, so not listed.',
    );
    second.session.messages.settle('runs left alone');
    await second.runs.refresh();
    expect(words()).toEqual([]);
    await second.session.training.run();
    await second.runs.settled();
    // The sound one is the same run, trained once more.
    all.delete(entry!.run.id);
    for (const [id, was] of all) expect(kept.get(id)).toEqual(was);
  });

  it('say so where their weights are damaged', async () => {
    const { storage, kept } = memoryStorage();
    const first = await started({ storage });
    await first.session.training.run();
    await first.runs.settled();
    const [{ run, weights }] = [...kept.values()] as [Entry];
    weights![0]![3] = NaN;
    const second = await started({ storage });
    await second.runs.ready;
    const { origin } = second.session.network.store.getState();
    await second.runs.restore(run.id);
    expect(second.session.network.store.getState().origin).toBe(origin);
    const [message] = second.session.messages.store.getState().messages;
    expect(message!.text).toContain('are not there any more, or damaged');
  });
});
