import { expect, it } from 'vitest';
import { smallNetwork, stubbornEngine, testSession, until } from '../session.test-data';

const REFUSAL = 'This network is too large for the engine.';

async function started() {
  const { startEngine, refuse } = stubbornEngine();
  const session = testSession({ startEngine });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  const said = () => session.messages.store.getState().messages.map((m) => m.text);
  return { session, refuse, said };
}

const origin = { kind: 'file' as const, name: 'mine' };

it('a network is put in place of the one at work with its settings, and undo takes both back', async () => {
  const { session } = await started();
  const { network, training } = session;
  const before = network.store.getState();
  const { settings } = training.store.getState();
  expect(await network.place(smallNetwork(7), origin, { learningRate: 0.07 })).toBe(true);
  expect(network.store.getState()).toMatchObject({ origin, weights: smallNetwork(7).weights });
  expect(network.store.getState().evaluation).not.toBeNull();
  expect(training.store.getState().settings.learningRate).toBe(0.07);
  await network.undo();
  expect(network.store.getState()).toMatchObject({
    origin: before.origin,
    weights: before.weights,
  });
  expect(training.store.getState().settings).toEqual(settings);
});

it('what the engine does not take leaves network, settings and undo as they were, and is said until it works', async () => {
  const { session, refuse, said } = await started();
  const { network, training } = session;
  const before = network.store.getState();
  const { settings } = training.store.getState();
  refuse();
  expect(await network.place(smallNetwork(7), origin, { learningRate: 0.07 })).toBe(false);
  expect(said()).toEqual([REFUSAL]);
  expect(network.store.getState().origin).toBe(before.origin);
  expect(network.store.getState().weights).toBe(before.weights);
  expect(training.store.getState().settings).toEqual(settings);
  expect(network.canUndo()).toBe(false);
  refuse(false);
  expect(await network.place(smallNetwork(7), origin)).toBe(true);
  expect(said()).toEqual([]);
});

it('a run that the engine does not take back, or a moment, leaves the page as it was', async () => {
  const { session, refuse, said } = await started();
  const { network, training, runs, replay } = session;
  for (let n = 0; n < 2; n++) await training.step();
  await training.run();
  await until(() => replay.store.getState().moments.length > 1);
  await replay.show(0);
  const { at } = replay.store.getState();
  const { settings, curve } = training.store.getState();
  refuse();
  await replay.adopt();
  // The moment is on show still.
  expect(replay.store.getState().at).toEqual(at);
  expect(network.store.getState().weights).toBe(at!.weights);
  expect(said()).toEqual([REFUSAL]);

  await replay.leave();
  const [run] = runs.store.getState().runs;
  await training.configure({ learningRate: 0.07 });
  await runs.restore(run!.id);
  expect(said()).toEqual([REFUSAL]);
  expect(training.store.getState()).toMatchObject({
    curve,
    settings: { ...settings, learningRate: 0.07 },
  });
  refuse(false);
  await runs.restore(run!.id);
  expect(said()).toEqual([]);
  expect(training.store.getState()).toMatchObject({ curve: [], settings });
  expect(network.store.getState().weights).toEqual(run!.weights);
});
