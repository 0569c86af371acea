/** evaluate() is run() and the readout, image by image. */
import { expect, test } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import type { NetworkSpec } from '../../model/network';
import type { Evaluation } from '../engine';
import { createEvaluation } from '../shared/evaluation';
import { outcomeOf } from '../shared/outcome';
import { settingsOf, trainFor, type Context } from './context';
import { CLASSES, learnable, load, TEST } from './fixture';

interface Plan {
  name: string;
  spec: Partial<NetworkSpec>;
  steps: number;
  /** Images at least for which no output fires. */
  undecided?: number;
  /** How many classes are answered or guessed at least. */
  named?: number;
}

const PLANS: Plan[] = [
  { name: 'an untrained network', spec: {}, steps: 0 },
  { name: 'a trained network', spec: {}, steps: 25 },
  { name: 'a packed one', spec: { coding: { kernel: 3, stride: 2, train: 'phase' } }, steps: 5 },
  {
    name: 'one that emits first spikes',
    spec: { coding: { kernel: 3, stride: 2, train: 'phase-first' } },
    steps: 5,
  },
  {
    name: 'a convolution',
    spec: { convolutions: [{ channels: 6, kernel: 3, stride: 2 }] },
    steps: 5,
  },
  { name: 'no hidden layer', spec: { layers: [CLASSES], response: 'exponential' }, steps: 5 },
  {
    name: 'an early deadline',
    spec: { deadline: 0.4, layers: [23, 11, CLASSES] },
    steps: 0,
    undecided: 30,
  },
  {
    name: 'guesses alone',
    spec: { deadline: 0.4, layers: [CLASSES] },
    steps: 0,
    undecided: TEST.count,
    named: 3,
  },
  {
    name: 'guesses beside answers',
    spec: { deadline: 0.8 },
    steps: 25,
    undecided: 30,
    named: CLASSES,
  },
  { name: 'nothing but silence', spec: { deadline: 1e-3 }, steps: 0, undecided: TEST.count },
];

export function evaluationTests(context: Context): void {
  test.each(PLANS)(
    'of $name equals run() and readout',
    async ({ spec, steps, undecided = 1, named = 1 }) => {
      const { engine } = context;
      await load(context, learnable(spec));
      await engine.configure(settingsOf({ epochs: 10, batch: 32 }));
      if (steps > 0) await trainFor(engine, steps);
      const actual = await engine.evaluate('test');
      const wanted = await evaluateByRun(context, spec);
      expectAlike(actual, wanted);
      expect(actual.images).toBe(TEST.count);
      const rows = Array.from({ length: CLASSES }, (_, c) =>
        actual.confusion.slice(c * CLASSES, (c + 1) * CLASSES).reduce((a, b) => a + b),
      );
      const blank = actual.answers.filter((answer) => answer === 255).length;
      expect(blank).toBeGreaterThan(0);
      expect(rows.reduce((a, b) => a + b)).toBe(TEST.count - blank);
      expect(actual.noOutputSpike).toBeGreaterThanOrEqual(undecided);
      const classes = new Set(actual.answers.filter((answer) => answer !== 255));
      expect(classes.size).toBeGreaterThanOrEqual(named);
    },
  );

  test('of a part looks at the first images, in both sets', async () => {
    const { engine } = context;
    await load(context, learnable());
    const all = await engine.evaluate('test');
    const part = await engine.evaluate('test', { limit: 31 });
    expect(part.images).toBe(31);
    expect(part.answers).toEqual(all.answers.slice(0, 31));
    expect(part.decisionTimes).toEqual(all.decisionTimes.slice(0, 31));
    expect(part.leads).toEqual(all.leads.slice(0, 31));
    expect((await engine.evaluate('test', { limit: 1e6 })).images).toBe(TEST.count);
    expect((await engine.evaluate('train', { limit: 11 })).images).toBe(11);
  });

  test('learning shows', async () => {
    const { engine } = context;
    await load(context, learnable());
    const before = await engine.evaluate('test');
    await engine.configure(settingsOf({ epochs: 6, batch: 10, learningRate: 4e-3 }));
    await trainFor(engine, Infinity);
    const after = await engine.evaluate('test');
    expect(before.accuracy).toBeLessThan(0.7);
    // A blank image, one in 17, has no answer.
    expect(after.accuracy).toBeGreaterThan(0.9);
    expect(after.loss).toBeLessThan(0.5 * before.loss);
  });
}

async function evaluateByRun(
  { engine }: Context,
  changes: Partial<NetworkSpec>,
): Promise<Evaluation> {
  const { spec } = learnable(changes);
  const sum = createEvaluation(spec, TEST.count);
  const runs = await engine.run(TEST);
  runs.forEach((sample, n) => {
    const label = TEST.labels[n]!;
    sum.add(label, outcomeOf(spec, sample, label, DEFAULT_TRAINING));
  });
  return sum.result();
}

function expectAlike(actual: Evaluation, wanted: Evaluation): void {
  expect(actual.answers).toEqual(wanted.answers);
  expect(actual.decisionTimes).toEqual(wanted.decisionTimes);
  expect(actual.leads).toEqual(wanted.leads);
  expect(actual.confusion).toEqual(wanted.confusion);
  expect(actual.noOutputSpike).toBe(wanted.noOutputSpike);
  expect(actual.accuracy).toBeCloseTo(wanted.accuracy, 6);
  const spikes = (e: Evaluation): number[] => [
    e.spikesPerImage.input,
    ...e.spikesPerImage.hidden,
    e.spikesPerImage.output,
  ];
  expect(spikes(actual)).toHaveLength(spikes(wanted).length);
  spikes(actual).forEach((value, l) => {
    expect(value).toBeCloseTo(spikes(wanted)[l]!, 4);
  });
  expect(relative(actual.synapticOperations, wanted.synapticOperations)).toBeLessThan(1e-3);
  expect(relative(actual.loss, wanted.loss)).toBeLessThan(1e-4);
  expect(actual.decisionTime === null).toBe(wanted.decisionTime === null);
  expect(actual.decisionTime ?? 0).toBeCloseTo(wanted.decisionTime ?? 0, 4);
}

const relative = (a: number, b: number): number => Math.abs(a - b) / Math.max(1e-6, Math.abs(b));
