import { describe, expect, it } from 'vitest';
import { forward } from '../../model/step';
import { shapes, testSession, until } from '../session.test-data';

/** A clock that goes on at every look, so that each report is a moment. */
async function trained() {
  let time = 0;
  const session = testSession({
    now: () => (time += 250),
    loadMnist: (role) => Promise.resolve(role === 'train' ? shapes(8 * 12, 1) : shapes(30, 2)),
  });
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.network.store.getState().evaluation !== null);
  await session.training.configure({ batch: 12 });
  session.stimulus.show('test', 0);
  for (let n = 0; n < 3; n++) await session.training.step();
  await session.training.run();
  await until(() => session.replay.store.getState().moments.at(-1)?.step === 24);
  return session;
}

const times = (session: Awaited<ReturnType<typeof trained>>) =>
  session.spikes.store.getState().run!.layers.map((l) => [...l.times]);

describe('replay', () => {
  it('keeps moments from the first weights to the last', async () => {
    const session = await trained();
    const { moments } = session.replay.store.getState();
    expect(moments[0]!.step).toBe(0);
    expect(moments.length).toBeGreaterThan(2);
    expect(moments.at(-1)!.weights).toEqual(session.network.store.getState().weights);
  });

  it('decides the stimulus with the weights of a moment, and the present ones come back', async () => {
    const session = await trained();
    const now = times(session);
    const present = session.network.store.getState().weights!;
    const { ghost } = session.spikes.store.getState();
    await session.replay.show(0);
    const { at, moments } = session.replay.store.getState();
    expect(at).toBe(moments[0]);
    const { spec, weights } = session.network.store.getState();
    expect(weights).toBe(moments[0]!.weights);
    const expected = forward(spec, weights!, session.stimulus.store.getState().image);
    const then = times(session);
    expect(then[1]).toEqual([...Float32Array.from(expected.layers[0]!.volley.times)]);
    expect(then[1]).not.toEqual(now[1]);
    // The ghost behind it is the present.
    expect(session.spikes.store.getState().ghost!.layers.map((l) => [...l.times])).toEqual(now);
    expect(session.spikes.store.getState().ghostOf).toBe('present');

    await session.replay.leave();
    expect(session.replay.store.getState().at).toBeNull();
    expect(times(session)).toEqual(now);
    // And what was before the last change is the ghost again.
    expect(session.spikes.store.getState()).toMatchObject({ ghost, ghostOf: 'before' });
    expect(session.network.store.getState().weights).toEqual(present);
  });

  it('follows the stimulus while it is on', async () => {
    const session = await trained();
    await session.replay.show(0);
    session.stimulus.show('test', 1);
    const { image } = session.stimulus.store.getState();
    const { spec, weights } = session.network.store.getState();
    const expected = [...Float32Array.from(forward(spec, weights!, image).layers[1]!.volley.times)];
    await until(() => times(session)[2]!.every((t, i) => t === expected[i]));
    expect(times(session)[2]).toHaveLength(expected.length);
  });

  it('ends when training goes on, which goes on from the present', async () => {
    const session = await trained();
    await session.replay.show(0);
    await session.training.step();
    expect(session.replay.store.getState().at).toBeNull();
    expect(session.training.store.getState().step).toBe(25);
    expect(session.network.store.getState().weights).not.toEqual(
      session.replay.store.getState().moments[0]!.weights,
    );
  });

  it('is not taken for the run by those who keep it', async () => {
    const session = await trained();
    const kept = () => session.runs.store.getState().runs.at(-1)!.weights;
    const before = kept();
    await session.replay.show(0);
    await session.training.evaluate();
    expect(kept()).toEqual(before);
  });

  it('makes a moment the network, which undo takes back', async () => {
    const session = await trained();
    const present = session.network.store.getState().weights!;
    await session.replay.show(0);
    const { at } = session.replay.store.getState();
    await session.replay.adopt();
    expect(session.network.store.getState().weights).toEqual(at!.weights);
    expect(session.replay.store.getState()).toEqual({ moments: [], at: null, of: null });
    await session.network.undo();
    expect(session.network.store.getState().weights).toEqual(present);
  });

  it('forgets a run that is reset', async () => {
    const session = await trained();
    await session.replay.show(0);
    await session.training.reset();
    expect(session.replay.store.getState()).toEqual({ moments: [], at: null, of: null });
  });
});

describe('a kept run brought back', () => {
  it('is replayed from its own moments until it is trained on', async () => {
    const session = await trained();
    const { moments } = session.replay.store.getState();
    const [first] = moments;
    await session.training.reset();
    expect(session.replay.store.getState().moments).toEqual([]);
    const [run] = session.runs.store.getState().runs;
    const end = { step: run!.step, weights: run!.weights! };
    session.replay.recall(run!, [first!, end]);
    await session.replay.show(0);
    expect(session.network.store.getState().weights).toBe(first!.weights);
    expect(session.replay.store.getState().of?.name).toBe(run!.name);
    await session.replay.leave();
    await session.training.step();
    await until(() => session.replay.store.getState().of === null);
    expect(session.replay.store.getState().moments[0]!.step).toBe(0);
  });
});
