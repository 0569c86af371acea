/** evaluateForced() is the model's forced answer, image by image and time by time, on the spikes of run(). */
import { expect, test } from 'vitest';
import { forcedAnswer } from '../../model/explain-forced';
import type { NetworkSpec } from '../../model/network';
import { volleyFrom } from '../shared/layer-spikes';
import { settingsOf, trainFor, type Context } from './context';
import { CLASSES, learnable, load, TEST } from './fixture';

const PLANS: { name: string; spec: Partial<NetworkSpec>; steps: number }[] = [
  { name: 'a trained network', spec: {}, steps: 25 },
  {
    name: 'a convolution',
    spec: { convolutions: [{ channels: 6, kernel: 3, stride: 2 }] },
    steps: 5,
  },
  { name: 'exponential synapses', spec: { response: 'exponential' }, steps: 10 },
  { name: 'a packed one', spec: { coding: { kernel: 3, stride: 2, train: 'phase' } }, steps: 5 },
  {
    name: 'a packed one without hidden layer',
    spec: { layers: [CLASSES], coding: { kernel: 2, stride: 1, train: 'latency' } },
    steps: 5,
  },
  { name: 'an early deadline', spec: { deadline: 0.4, layers: [23, 11, CLASSES] }, steps: 0 },
];

/** Off any spike time, up to beyond every deadline. */
const TIMES = Float32Array.from({ length: 41 }, (_, k) => k * 0.0731);

export function forcedTests(context: Context): void {
  test.each(PLANS)('of $name equals the model at every time', async ({ spec: changes, steps }) => {
    const { engine } = context;
    const { spec } = learnable(changes);
    await load(context, learnable(changes));
    await engine.configure(settingsOf({ epochs: 10, batch: 32 }));
    if (steps > 0) await trainFor(engine, steps);
    const { weights } = await engine.readWeights();
    const runs = await engine.run(TEST);
    const volleys = runs.map((run) => run.layers.map(volleyFrom));
    const share = (holds: (n: number) => boolean): number =>
      volleys.filter((_, n) => holds(n)).length / TEST.count;
    const wanted = [...TIMES].map((t) => {
      const answers = volleys.map((volley) => forcedAnswer(spec, weights, volley, t));
      return {
        accuracy: share((n) => answers[n]!.class === TEST.labels[n]),
        answered: share((n) => answers[n]!.by === 'spike'),
      };
    });
    const actual = await engine.evaluateForced('test', TIMES);
    expect(actual.accuracy).toEqual(wanted.map((w) => w.accuracy));
    expect(actual.answered).toEqual(wanted.map((w) => w.answered));
    // It ends where evaluate() ends, and does not begin there.
    const { accuracy, noOutputSpike } = await engine.evaluate('test');
    const far = await engine.evaluateForced('test', Float32Array.of(1000));
    expect(far.accuracy[0]).toBeCloseTo(accuracy, 6);
    expect(far.answered[0]).toBeCloseTo(1 - noOutputSpike / TEST.count, 6);
    expect(actual.answered[0]).toBe(0);
  });

  test('refuses times out of order', async () => {
    await load(context, learnable());
    const times = Float32Array.of(1, 0.5);
    await expect(context.engine.evaluateForced('test', times)).rejects.toThrow(/ascending/);
  });
}
