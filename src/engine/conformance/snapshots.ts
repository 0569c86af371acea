/** What a run is made of can be read, kept and put back; the same seed gives the same bytes. */
import { expect, test } from 'vitest';
import { averageDecay } from '../../model/optimizer';
import type { Snapshot } from '../engine';
import { bytesOf, settingsOf, trainFor, type Context } from './context';
import { learnable, load, TEST } from './fixture';

export function snapshotTests(context: Context): void {
  const { create } = context;

  test('weights come back as they were given, by layer too, and belong to the caller', async () => {
    const { engine } = context;
    const network = learnable();
    await engine.setNetwork(network);
    const { weights } = await engine.readWeights();
    expect(bytesOf(weights)).toEqual(bytesOf(network.weights));
    weights[0]!.fill(7);
    const [output] = (await engine.readWeights([1])).weights;
    expect(bytesOf([output!])).toEqual(bytesOf([network.weights[1]!]));
    expect(bytesOf((await engine.readWeights()).weights)).toEqual(bytesOf(network.weights));
    network.weights[0]!.fill(5);
    expect((await engine.readWeights()).weights[0]![0]).not.toBe(5);
  });

  test('a new network starts at step 0 with moments at rest and no average', async () => {
    const { engine } = context;
    await load(context, learnable());
    await engine.configure(settingsOf({ ema: 0.9, epochs: 50 }));
    await trainFor(engine, 2);
    await engine.setNetwork(learnable());
    const { step, first, second, average, spec, weights } = await engine.snapshot();
    expect(step).toBe(0);
    expect(average).toBeUndefined();
    expect(spec).toEqual(learnable().spec);
    for (const layers of [first, second]) {
      expect(layers.map((layer) => layer.length)).toEqual(weights.map((layer) => layer.length));
      expect(layers.every((layer) => layer.every((value) => value === 0))).toBe(true);
    }
  });

  test.each(['adam', 'sgd'] as const)(
    'a snapshot goes on bit for bit, here and in a fresh engine (%s)',
    async (optimizer) => {
      const { engine } = context;
      await load(context, learnable());
      const settings = settingsOf({
        optimizer,
        learningRate: 5e-4,
        batch: 30,
        epochs: 5,
        ema: 0.95,
        distort: 'shift',
      });
      await engine.configure(settings);
      await trainFor(engine, 5);
      const kept = await engine.snapshot();
      expect(kept.step).toBe(5);
      await trainFor(engine, 6);
      const wanted = await engine.snapshot();
      expect(bytesOf(wanted.weights)).not.toEqual(bytesOf(kept.weights));

      await engine.setNetwork(kept);
      await trainFor(engine, 6);
      expectSame(await engine.snapshot(), wanted);

      const fresh = await create();
      await load({ ...context, engine: fresh }, kept);
      await fresh.configure(settings);
      await trainFor(fresh, 6);
      expectSame(await fresh.snapshot(), wanted);
      await fresh.dispose();
    },
  );

  test('the same seed gives the same bytes, another seed others', async () => {
    const { engine } = context;
    const weights = async (seed: number): Promise<number[][]> => {
      await load(context, learnable());
      await engine.configure(settingsOf({ seed, batch: 32 }));
      await trainFor(engine, 9);
      return bytesOf((await engine.readWeights()).weights);
    };
    const first = await weights(3);
    expect(await weights(3)).toEqual(first);
    expect(await weights(4)).not.toEqual(first);
  });

  test.each([
    ['', {}],
    [' where outputs are silent and guess', { deadline: 0.8 }],
  ])('the running average follows its formula, and can be evaluated%s', async (_, changes) => {
    const { engine } = context;
    const network = learnable(changes);
    await load(context, network);
    await engine.configure(settingsOf({ ema: 0.5, learningRate: 0.01, batch: 40 }));
    // It begins as a copy of the weights after the first step.
    let average: Float64Array[] | undefined;
    for (let step = 0; step < 8; step++) {
      await trainFor(engine, 1);
      const { weights } = await engine.readWeights();
      const decay = averageDecay(0.5, step);
      average = weights.map((layer, l) =>
        Float64Array.from(layer, (w, i) => decay * (average?.[l]![i] ?? w) + (1 - decay) * w),
      );
    }
    const snapshot = await engine.snapshot();
    snapshot.average!.forEach((layer, l) => {
      layer.forEach((value, i) => {
        expect(Math.abs(value - average![l]![i]!)).toBeLessThan(1e-6);
      });
    });
    const averaged = await engine.evaluate('test', { average: true });
    const current = await engine.evaluate('test');
    await engine.setNetwork({ spec: network.spec, weights: snapshot.average! });
    const wanted = await engine.evaluate('test');
    expect(averaged).toEqual(wanted);
    expect(averaged.decisionTimes).not.toEqual(current.decisionTimes);
    if ('deadline' in changes) {
      expect(averaged.noOutputSpike).toBeGreaterThan(TEST.count / 2);
      expect(averaged.answers).not.toEqual(current.answers);
    }
    // Without an average the weights themselves are evaluated.
    expect(await engine.evaluate('test', { average: true })).toEqual(wanted);
    expect(averaged.images).toBe(TEST.count);
  });

  test('a broken weight ends training and says so', async () => {
    const { engine } = context;
    await load(context, learnable());
    await engine.configure(settingsOf({ optimizer: 'sgd', learningRate: 2, epochs: 50 }));
    const snapshot = await engine.snapshot();
    await engine.setNetwork({
      ...snapshot,
      first: snapshot.first.map((layer) => layer.map(() => 3e38)),
    });
    const { end } = await trainFor(engine, 100);
    expect(end.reason).toBe('not-finite');
  });
}

function expectSame(actual: Snapshot, wanted: Snapshot): void {
  expect(actual.step).toBe(wanted.step);
  for (const part of ['weights', 'first', 'second', 'average'] as const) {
    expect(bytesOf(actual[part]!)).toEqual(bytesOf(wanted[part]!));
  }
}
