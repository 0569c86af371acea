import { expect, test } from 'vitest';
import { idxFiles, shapes, testSession, until } from '../session.test-data';

async function opened() {
  const session = testSession();
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.spikes.store.getState().run !== null);
  await session.training.configure({ batch: 8 });
  return session;
}

test('a run, its drawing and what undo has for it are put back after other networks and drawings', async () => {
  const session = await opened();
  const { network, training, stimulus, playback } = session;
  await training.reset(3);
  for (let n = 0; n < 3; n++) await training.step();
  const stroke = {
    points: [
      { x: 0.5, y: 0.1 },
      { x: 0.5, y: 0.9 },
    ],
    width: 0.1,
  };
  stimulus.beginStroke(stroke);
  stimulus.beginStroke(stroke);
  stimulus.undo();
  playback.select({ layer: 1, neuron: 3 });
  const before = {
    weights: (await network.save()).bytes,
    training: training.store.getState(),
    origin: network.store.getState().origin,
    stimulus: stimulus.store.getState(),
    ghost: session.spikes.store.getState().ghost,
  };
  const putBack = await session.hold();
  // More than undo remembers.
  for (let seed = 10; seed < 18; seed++) await training.reset(seed);
  await training.step();
  stimulus.show('test', 3);
  stimulus.clear();
  playback.select(null);
  expect(await putBack()).toBe(true);
  expect((await network.save()).bytes).toEqual(before.weights);
  expect(network.store.getState().origin).toEqual(before.origin);
  expect(training.store.getState()).toMatchObject({
    step: 3,
    curve: before.training.curve,
    settings: before.training.settings,
  });
  expect(stimulus.store.getState()).toEqual(before.stimulus);
  expect(session.spikes.store.getState().ghost).toBe(before.ghost);
  expect(playback.store.getState().selected).toEqual({ layer: 1, neuron: 3 });
  stimulus.redo();
  expect(stimulus.store.getState().strokes).toHaveLength(2);
  await training.step();
  expect(training.store.getState().step).toBe(4);
  await session.dispose();
});

test('own files are put back after MNIST', async () => {
  const session = await opened();
  await session.data.loadFiles(idxFiles(shapes(60, 9)));
  const { id, train } = session.data.store.getState();
  const putBack = await session.hold();
  await session.data.loadMnist();
  expect(session.data.store.getState().id).toBe('MNIST');
  expect(await putBack()).toBe(true);
  expect(session.data.store.getState()).toMatchObject({ id, train: { set: train.set } });
  await session.training.step();
  expect(session.training.store.getState().step).toBe(1);
  await session.dispose();
});
