/** evaluateImprecise() is the model on imprecise hardware, image by image; the noise is the same on every engine. */
import { expect, test } from 'vitest';
import { FULL_BITS, PRECISE, type Imprecision } from '../../model/imprecise';
import type { NetworkSpec } from '../../model/network';
import { parseNetwork } from '../../model/validate';
import type { Evaluation } from '../engine';
import { createReferenceEngine } from '../reference/reference';
import { settingsOf, trainFor, type Context } from './context';
import { CLASSES, learnable, load, TEST } from './fixture';

/** @param silent images at least for which no output fires */
const PLANS: { name: string; spec: Partial<NetworkSpec>; silent?: number }[] = [
  { name: 'two hidden layers', spec: { layers: [23, 11, CLASSES] } },
  {
    name: 'two convolutions',
    spec: {
      convolutions: [
        { channels: 4, kernel: 3, stride: 1 },
        { channels: 5, kernel: 3, stride: 2 },
      ],
    },
  },
  { name: 'exponential synapses', spec: { response: 'exponential' } },
  {
    name: 'ink and paper',
    spec: { coding: { kernel: 1, stride: 1, train: 'latency', polarity: 'both' } },
  },
  { name: 'a packed input', spec: { coding: { kernel: 3, stride: 2, train: 'phase' } } },
  // Most outputs are silent: the guess goes by potentials, which read the weights once more.
  { name: 'silent outputs', spec: { deadline: 0.8 }, silent: 35 },
];

const LEVELS: Partial<Imprecision>[] = [
  { jitter: 0.05 },
  { bits: 3 },
  { dead: 0.3 },
  { dropped: 0.2 },
  { jitter: 0.1, bits: 4, dead: 0.1, dropped: 0.1, seed: 7 },
];

/** Images that get another answer; a spike that just misses its threshold may decide one. */
const different = (a: Evaluation, b: Evaluation): number =>
  a.answers.filter((answer, n) => answer !== b.answers[n]).length;

export function impreciseTests(context: Context): void {
  test.each(PLANS)('of $name equals the model', async ({ spec, silent = 0 }) => {
    const { engine } = context;
    const network = learnable(spec);
    await load(context, network);
    await engine.configure(settingsOf({ epochs: 10, batch: 32 }));
    await trainFor(engine, 'convolutions' in spec ? 5 : 25);
    const before = await engine.readWeights();
    const model = createReferenceEngine();
    await load({ ...context, engine: model }, { spec: network.spec, weights: before.weights });
    const exact = await engine.evaluate('test');
    const changed: number[] = [];
    for (const level of LEVELS) {
      const how = { ...PRECISE, ...level };
      const actual = await engine.evaluateImprecise('test', how);
      const wanted = await model.evaluateImprecise('test', how);
      expect(different(actual, wanted), JSON.stringify(level)).toBeLessThanOrEqual(1);
      expect(actual.noOutputSpike).toBeGreaterThanOrEqual(silent);
      const near = actual.decisionTimes.filter(
        (t, n) => Math.abs(t - wanted.decisionTimes[n]!) < 1e-3 || t === wanted.decisionTimes[n],
      );
      expect(near.length, JSON.stringify(level)).toBeGreaterThanOrEqual(TEST.count - 1);
      expect(actual.spikesPerImage.input).toBe(wanted.spikesPerImage.input);
      // The same again, and something else with other noise.
      expect((await engine.evaluateImprecise('test', how)).decisionTimes).toEqual(
        actual.decisionTimes,
      );
      const other = await engine.evaluateImprecise('test', { ...how, seed: 99 });
      const isOther = (t: number, n: number): boolean =>
        t !== actual.decisionTimes[n] || other.answers[n] !== actual.answers[n];
      changed.push(other.decisionTimes.filter(isOther).length);
    }
    // Quantisation alone has no noise.
    expect(changed[1]).toBe(0);
    expect(Math.min(...changed.toSpliced(1, 1))).toBeGreaterThan(silent > 0 ? 2 : 20);
    // The network is as it was.
    expect(await engine.readWeights()).toEqual(before);
    expect((await engine.evaluate('test')).decisionTimes).toEqual(exact.decisionTimes);
    await model.dispose();
  });

  test('without imprecision is evaluate(), and of a part looks at the first images', async () => {
    const { engine } = context;
    await load(context, learnable());
    const exact = await engine.evaluate('test');
    const precise = await engine.evaluateImprecise('test', { ...PRECISE, seed: 3 });
    expect(different(precise, exact)).toBe(0);
    expect(precise.accuracy).toBeCloseTo(exact.accuracy, 6);
    expect(precise.noOutputSpike).toBe(exact.noOutputSpike);
    const how = { ...PRECISE, jitter: 0.1, bits: FULL_BITS };
    const all = await engine.evaluateImprecise('test', how);
    const part = await engine.evaluateImprecise('test', how, { limit: 31 });
    expect(part.images).toBe(31);
    expect(part.answers).toEqual(all.answers.slice(0, 31));
  });

  test('guesses with the weights as the hardware stores them', async () => {
    const { engine } = context;
    const spec = parseNetwork({
      input: { width: 1, height: 1 },
      layers: [3],
      threshold: 10,
      deadline: 1,
    });
    const image = { width: 1, height: 1, count: 1, images: Uint8Array.of(255) };
    await engine.setNetwork({ spec, weights: [Float32Array.of(0.2, 0.45, -1)] });
    await engine.setData('test', { ...image, labels: Uint8Array.of(0), classes: 3 });
    expect([...(await engine.evaluate('test')).answers]).toEqual([1]);
    // Of two bits are left 0, 0 and -1: the first of the highest potentials is class 0's.
    const coarse = await engine.evaluateImprecise('test', { ...PRECISE, bits: 2 });
    expect([...coarse.answers]).toEqual([0]);
    expect(coarse.noOutputSpike).toBe(1);
  });

  test('refuses levels that cannot be', async () => {
    await load(context, learnable());
    const how = { ...PRECISE, dropped: 2 };
    await expect(context.engine.evaluateImprecise('test', how)).rejects.toThrow(/from 0 to 1/);
  });
}
