import { describe, expect, it } from 'vitest';
import { forward } from '../../model/step';
import { SPEC, testSession, until } from '../session.test-data';

async function started() {
  const session = testSession();
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await until(() => session.spikes.store.getState().run !== null);
  await session.training.reset();
  await session.slow.open();
  const { slow } = session;
  return { session, slow, state: () => slow.store.getState() };
}

describe('slow motion', () => {
  it('tells the step of the image on the page from the engine’s own weights', async () => {
    const { session, state } = await started();
    const { step, phases, at, target } = state();
    expect(at).toBe(0);
    expect(phases!.map((p) => p.kind)).toContain('error');
    const { image, sample } = session.stimulus.store.getState();
    expect(target).toBe(sample!.label);
    const weights = session.network.store.getState().weights!;
    expect(step!.pass).toEqual(forward(SPEC, weights, image));
  });

  it('goes forward and back, but to the after-picture only once the step is made', async () => {
    const { session, slow, state } = await started();
    const last = state().phases!.length - 1;
    slow.go(3);
    expect(state().at).toBe(3);
    slow.go(2);
    expect(state().at).toBe(2);
    slow.go(-1);
    expect(state().at).toBe(0);
    slow.go(last);
    expect(state().at).toBe(last - 1);
    const before = session.network.store.getState().weights!;
    await slow.apply();
    expect(state().at).toBe(last);
    expect(session.training.store.getState().step).toBe(1);
    const now = session.network.store.getState().weights!;
    const { change, batch, pass } = state().after!;
    expect(change[0]![5]).toBe(Math.fround(now[0]![5]! - before[0]![5]!));
    expect(change.some((layer) => layer.some((d) => d !== 0))).toBe(true);
    expect(batch.images).toBe(64);
    expect(batch.loss).toBe(session.training.store.getState().curve.at(-1)!.loss);
    // The ghost is what was seen before the step.
    const { run, ghost } = session.spikes.store.getState();
    expect(ghost!.layers[2]!.times).toEqual(
      Float32Array.from(state().step!.pass.layers[1]!.volley.times),
    );
    expect(run!.layers[2]!.times[0]).toBeCloseTo(pass.layers[1]!.volley.times[0]!, 4);
    slow.go(0);
    expect(state().at).toBe(0);
    await slow.again();
    expect(state()).toMatchObject({ at: 0, made: 1, after: null });
  });

  it('follows another image, and takes one of the very batch', async () => {
    const { session, slow, state } = await started();
    expect(state().inBatch).toBe(false);
    slow.takeFromBatch();
    await until(() => state().inBatch);
    const { sample, image } = session.stimulus.store.getState();
    expect(sample!.role).toBe('train');
    expect(state().target).toBe(sample!.label);
    expect(state().step!.pass.input).toEqual(
      forward(SPEC, session.network.store.getState().weights!, image).input,
    );
  });

  it('takes first of the batch what asks for the largest change', async () => {
    const { slow, state } = await started();
    const losses: number[] = [];
    for (let n = 0; n < 64; n++) {
      const before = state().step;
      slow.takeFromBatch();
      await until(() => state().step !== before && !state().busy);
      losses.push(state().step!.back.loss);
    }
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    expect(losses[0]).toBeGreaterThan(losses[63]!);
  });

  it('asks what a drawing is meant to be, and is over when training runs', async () => {
    const { session, slow, state } = await started();
    session.stimulus.beginStroke({
      points: [0.2, 0.5, 0.8].map((y) => ({ x: 0.5, y })),
      width: 0.1,
    });
    await until(() => session.stimulus.store.getState().kind === 'drawing' && !state().busy);
    await slow.mean(2);
    expect(state().step!.target).toBe(2);
    await session.training.run();
    expect(state().phases).toBeNull();
  });
});
